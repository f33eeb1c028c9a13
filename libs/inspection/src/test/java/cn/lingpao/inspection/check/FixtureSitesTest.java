package cn.lingpao.inspection.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.fixture.Portal;
import cn.lingpao.inspection.fixture.Sites;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixture site by every check, against the table of expected verdicts. */
@Execution(ExecutionMode.CONCURRENT)
class FixtureSitesTest {

    private static final Map<String, Portal> SITES = Sites.all(FixtureInspections.TODAY);

    private final ExpectedVerdicts expected = new ExpectedVerdicts();

    static Stream<String> sites() {
        return SITES.keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sites")
    void every_check_decides_as_the_table_says(String site) {
        Inspection inspection = FixtureInspections.of(Objects.requireNonNull(SITES.get(site)));
        SoftAssertions cells = new SoftAssertions();
        for (Check check : Checks.all()) {
            Finding finding = check.decide(inspection);
            String cause = Optional.ofNullable(finding.cause()).map(Cause::id).orElse("");
            cells.assertThat((finding.verdict() + " " + cause).strip())
                    .as("%s of %s: %s", check.id(), site, finding.reading())
                    .isEqualTo(expected.of(site, check.id()));
        }
        cells.assertAll();
    }

    @Test
    void the_table_names_fixture_sites_only() {
        assertThat(sites().toList()).containsAll(expected.sites());
    }

    @Test
    void every_check_has_an_id_and_a_citation_of_its_own() {
        assertThat(Checks.all()).extracting(Check::id).doesNotHaveDuplicates().hasSize(20);
        assertThat(Checks.all()).extracting(Check::citation).allMatch(citation -> citation.startsWith("《"));
    }
}
