package cn.lingpao.inspection.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.fixture.OddSites;
import cn.lingpao.inspection.fixture.Portal;
import cn.lingpao.inspection.fixture.Sites;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One oddity of a page, and what the check that it concerns makes of it. */
@Execution(ExecutionMode.CONCURRENT)
class OddSitesTest {

    static Stream<String> oddities() {
        return OddSites.all().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void an_oddity_does_not_mislead_its_check(String name) {
        OddSites.Case odd = Objects.requireNonNull(OddSites.all().get(name));
        Portal portal = new Portal(Sites.HOST, Sites.CODE, FixtureInspections.TODAY);
        odd.oddity().accept(portal);
        Check check = Checks.all().stream()
                .filter(each -> each.id().equals(odd.check()))
                .findFirst()
                .orElseThrow();

        Finding finding = check.decide(FixtureInspections.of(portal));

        String cause = Optional.ofNullable(finding.cause()).map(Cause::id).orElse("");
        assertThat((finding.verdict() + " " + cause).strip())
                .as(finding.reading())
                .isEqualTo(odd.expected());
    }
}
