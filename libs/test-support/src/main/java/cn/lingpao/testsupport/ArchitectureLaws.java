package cn.lingpao.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * The dependency law of every service: {@code domain} sees the JDK and the published language, {@code application} sees
 * domain, an adapter sees application and domain but no other adapter, and nobody asks the clock outside {@code config}.
 */
public final class ArchitectureLaws {

    static final List<String> SERVICES = List.of(
            "targetregistry",
            "datacollection",
            "evidencereview",
            "scoring",
            "casesubmission",
            "publication",
            "gateway",
            "portal",
            "sitecollector");

    private ArchitectureLaws() {}

    /**
     * Checks all laws on the production classes of a service.
     *
     * @param service the service's package below {@code cn.lingpao}, for example {@code scoring}
     * @throws AssertionError naming each class that breaks a law
     */
    public static void check(String service) {
        String root = "cn.lingpao." + service;
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        laws(root, service).forEach(law -> law.allowEmptyShould(true).check(classes));
    }

    private static List<ArchRule> laws(String root, String service) {
        return List.of(
                classes()
                        .that()
                        .resideInAPackage(root + ".domain..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                root + ".domain..",
                                "java..",
                                "org.jspecify..",
                                "cn.lingpao.contracts..",
                                "cn.lingpao.methodology.."),
                noClasses()
                        .that()
                        .resideInAPackage(root + ".application..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(root + ".adapter..", root + ".config.."),
                slices().matching(root + ".adapter.(*)..").should().notDependOnEachOther(),
                slices().matching(root + ".(*)..").should().beFreeOfCycles(),
                noClasses().should().dependOnClassesThat(ofAnotherService(service)),
                noFields()
                        .should()
                        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                        .because("dependencies come through the constructor"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(root + ".config..")
                        .should()
                        .callMethod("java.time.Instant", "now")
                        .orShould()
                        .callMethod("java.time.LocalDate", "now")
                        .orShould()
                        .callMethod("java.lang.System", "currentTimeMillis")
                        .orShould()
                        .callMethod("java.util.UUID", "randomUUID")
                        .because("time and ids are injected"));
    }

    private static DescribedPredicate<JavaClass> ofAnotherService(String service) {
        return DescribedPredicate.describe("belong to another service", found -> SERVICES.stream()
                .filter(other -> !other.equals(service))
                .anyMatch(other -> found.getPackageName().startsWith("cn.lingpao." + other)));
    }
}
