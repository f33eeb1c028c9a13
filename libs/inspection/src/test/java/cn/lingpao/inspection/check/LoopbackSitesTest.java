package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.fixture.LoopbackServer;
import cn.lingpao.inspection.fixture.Portal;
import cn.lingpao.inspection.fixture.Sites;
import cn.lingpao.inspection.web.Webs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fixture sites over real HTTP on loopback: what the pages say decides as it does in memory. */
@Execution(ExecutionMode.CONCURRENT)
class LoopbackSitesTest {

    private static final Set<String> OF_THE_HOST = Set.of("gov-cn-host", "https", "ipv6", "load-time");
    private static final Map<String, Portal> SITES = Sites.all(FixtureInspections.TODAY);

    private final ExpectedVerdicts expected = new ExpectedVerdicts();

    static Stream<String> sites() {
        return Stream.of(
                "healthy",
                "stale-news",
                "dates-without-year",
                "table-lines-records",
                "empty-column",
                "list-by-script",
                "column-behind-firewall",
                "placeholder-tags",
                "codes-disagree",
                "footer-without-police",
                "gbk-said-to-be-utf8",
                "gbk-undeclared",
                "framed",
                "signpost-home",
                "script-only",
                "firewall-412",
                "captcha",
                "server-error",
                "times-in-chinese",
                "search-by-post",
                "search-in-gbk",
                "search-echoes-only",
                "soft-404",
                "dead-link",
                "guide-without-four",
                "four-grades",
                "other-source",
                "plain");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sites")
    void pages_over_http_decide_as_the_table_says(String site) throws IOException {
        Portal portal = Objects.requireNonNull(SITES.get(site));
        Portal other = portal.other;
        try (LoopbackServer server = new LoopbackServer(portal, Sites.HOST);
                LoopbackServer second = new LoopbackServer(other == null ? portal : other, Sites.PLATFORM)) {
            List<Subject> subjects = new ArrayList<>(List.of(subject("portal", server)));
            if (other != null) {
                subjects.add(subject("service-platform", second));
            }
            Inspection.Tools tools = new Inspection.Tools(
                    Webs.onLoopback(),
                    FixtureInspections.CLOCK,
                    new Parameters(FixtureInspections.impatient()),
                    Optional.empty());
            compare(site, Inspection.of(subjects, tools).getFirst());
        }
    }

    private void compare(String site, Inspection inspection) {
        SoftAssertions cells = new SoftAssertions();
        Checks.all().stream().filter(check -> !OF_THE_HOST.contains(check.id())).forEach(check -> {
            Finding finding = check.decide(inspection);
            String cause = Optional.ofNullable(finding.cause()).map(Cause::id).orElse("");
            cells.assertThat((finding.verdict() + " " + cause).strip())
                    .as("%s of %s: %s", check.id(), site, finding.reading())
                    .isEqualTo(expected.of(site, check.id()));
        });
        cells.assertAll();
    }

    private static Subject subject(String kind, LoopbackServer server) {
        return new Subject("yunlan", Sites.DIVISION, kind, kind, server.home());
    }
}
