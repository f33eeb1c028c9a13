package cn.lingpao.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The libraries stand below the services, and the published language and the engine below everything. */
class LibraryLawsTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.lingpao");

    @Test
    void contracts_see_the_jdk_only() {
        classes()
                .that()
                .resideInAPackage("cn.lingpao.contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("cn.lingpao.contracts..", "java..", "org.jspecify..")
                .check(OURS);
    }

    @Test
    void the_methodology_sees_the_jdk_and_its_yaml_reader_only() {
        classes()
                .that()
                .resideInAPackage("cn.lingpao.methodology..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("cn.lingpao.methodology..", "java..", "org.jspecify..", "org.snakeyaml.engine..")
                .check(OURS);
    }

    @Test
    void no_library_sees_a_service() {
        List.of("contracts", "methodology", "embedded", "eventing", "servicesupport", "testsupport", "collectorclient")
                .forEach(library -> noClasses()
                        .that()
                        .resideInAPackage("cn.lingpao." + library + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(ArchitectureLaws.SERVICES.stream()
                                .map(service -> "cn.lingpao." + service + "..")
                                .toArray(String[]::new))
                        .allowEmptyShould(true)
                        .check(OURS));
    }
}
