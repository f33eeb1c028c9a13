package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code lingpao sampling}. */
class SamplingCommandTest {

    private static final String LIFT = "DELETE /campaigns/c/fallbacks/site-collector/p.one";

    @AutoClose
    private final FakeGateway gateway = new FakeGateway();

    @Test
    void every_sampled_check_is_told_with_its_error_and_what_became_of_it() {
        gateway.on("GET /campaigns/c/sampling", 200, """
                {"items": [
                  {"collector": "site-collector", "checkPoint": "p.one", "state": "fallback", "sampled": 9, "waiting": 1,
                   "reviewed": 7, "overturned": 3, "setAside": 1, "errorRate": 0.4286, "interval": {"low": 0.1582, "high": 0.7495},
                   "share": 0.05, "errorLimit": 0.1, "fallback": {"active": true, "reason": "3 of 7", "changedAt": "2021-10-02T01:00:00Z"}},
                  {"collector": "site-collector", "checkPoint": "p.two", "state": "trusted", "sampled": 2, "waiting": 2,
                   "reviewed": 0, "overturned": 0, "setAside": 0,
                   "fallback": {"active": false, "reason": "mended", "by": "zhang", "changedAt": "2021-10-03T01:00:00Z"}}]}""");
        Said said = gateway.lingpao("sampling", "c");
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .containsPattern(
                        "p\\.one +site-collector +fallback +5% +9 +1 +7 +3 +1 +10% +42\\.86% \\(15\\.82%–74\\.95%\\)")
                .contains("fell back 2021-10-02T01:00:00Z: 3 of 7")
                .containsPattern("p\\.two +site-collector +trusted +- +2 +2 +0 +0 +0 +- +-")
                .contains("lifted 2021-10-03T01:00:00Z by zhang: mended", "checks: 2, fallen back to people: 1");
    }

    @Test
    void a_lifted_fallback_carries_its_reason() {
        gateway.on(LIFT, 200, "{\"active\": false}");
        Said said = gateway.lingpao("sampling", "c", "--lift", "site-collector/p.one", "--reason", "选择器已修复");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("lifted: site-collector counts by itself again at p.one");
        assertThat(gateway.only().query()).isEqualTo("reason=选择器已修复");
    }

    @Test
    void what_has_not_fallen_back_cannot_be_lifted() {
        gateway.on(LIFT, 404, """
                {"title": "Not Found", "status": 404, "code": "no-fallback", "detail": "p.one has not fallen back"}""");
        Said said = gateway.lingpao("sampling", "c", "--lift", "site-collector/p.one", "--reason", "x");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("p.one has not fallen back");
    }

    @Test
    void lifting_needs_a_check_and_a_reason() {
        assertThat(gateway.lingpao("sampling", "c", "--lift", "site-collector/p.one")
                        .exit())
                .isEqualTo(2);
        assertThat(gateway.lingpao("sampling", "c", "--lift", "p.one", "--reason", "x")
                        .err())
                .contains("COLLECTOR/CHECKPOINT");
        assertThat(gateway.requests()).isEmpty();
    }
}
