package cn.lingpao.sitecollector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.contracts.CampaignDefined.Assignment;
import cn.lingpao.contracts.TargetRegistered.ChannelKind;
import cn.lingpao.datacollection.DataCollectionApplication;
import cn.lingpao.sitecollector.application.StartDueRuns;
import cn.lingpao.testsupport.Answer;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.SmallAssessment;
import cn.lingpao.testsupport.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** From a campaign that assigns checks, by a run over loopback sites, to observations and evidence at the intake. */
class SiteCollectionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String JSON = "application/json";
    private static final LoopbackSites SITES = new LoopbackSites();

    @TempDir
    static Path folder;

    private static RunningService intake;
    private static RunningService collector;

    @BeforeAll
    static void start() {
        intake = RunningService.start(
                "data-collection",
                Stores.embedded(DataCollectionApplication.class),
                List.of(DataCollectionApplication.class));
        collector = intake.beside(
                "site-collector",
                Stores.embedded(SiteCollectionIT.class),
                List.of(SiteCollectorApplication.class),
                "--lingpao.site-collector.intake=" + intake.origin(),
                "--lingpao.site-collector.secret=collector",
                "--lingpao.site-collector.folder=" + folder,
                "--lingpao.site-collector.pause=200ms",
                "--LINGPAO_ALLOW_NETWORK=127.0.0.0/8",
                "--LINGPAO_COLLECT_CRON=-",
                "--LINGPAO_PROBE_CRON=-",
                "--LINGPAO_COLLECT_DELAY=0ms",
                "--LINGPAO_COLLECT_BROWSER=false",
                "--LINGPAO_COLLECT_PARAMETERS=footer.second-look-seconds=0,site-code.second-look-seconds=0,"
                        + "reachability.probes=2,reachability.interval-seconds=0");
        intake.publish(SmallAssessment.framework(
                "{id: site.footer, text: {zh: 底部}, origin: platform, rule: checklist, points: 50}",
                "{id: site.code, text: {zh: 标识码}, origin: platform, rule: checklist, points: 50}"));
    }

    @AfterAll
    static void stop() {
        collector.close();
        intake.close();
        SITES.close();
    }

    @Test
    void an_ordered_run_delivers_verdicts_with_evidence_to_the_intake() throws Exception {
        publish("whole", "sound", "bare", "walled");

        Answer ordered = collector.as("chief").post(runs("whole"), JSON, "", "administrator");
        assertThat(ordered.status()).isEqualTo(202);
        assertThat(ordered.at("/orderedBy")).isEqualTo("chief");
        JsonNode run = ended("whole", ordered.at("/id"));

        assertThat(run.path("state").asString()).isEqualTo("done");
        assertThat(run.path("progress"))
                .hasToString("{\"cells\":6,\"finished\":6,\"met\":2,\"notMet\":2,\"undetermined\":2}");
        assertThat(run.at("/delivery/accepted").intValue()).isEqualTo(6);
        assertThat(run.at("/delivery/rejected").intValue()).isZero();
        assertThat(cells("whole"))
                .containsExactlyInAnyOrder(
                        "sound site.footer portal MET null",
                        "sound site.code portal MET null",
                        "bare site.footer portal NOT_MET null",
                        "bare site.code portal NOT_MET null",
                        "walled site.footer portal UNDETERMINED firewall",
                        "walled site.code portal UNDETERMINED firewall");
        evidenceStands("whole");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(path -> path.getFileName().toString().equals(ordered.at("/id")));
        }
    }

    @Test
    void a_scheduled_run_visits_what_the_plan_still_waits_for() {
        publish("due", "calm", "walled");
        collector.post(runs("due"), JSON, "{\"targets\":[\"calm\"]}", "collector");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(intake.get("/api/v1/campaigns/due/plan?state=collected", "auditor")
                                .at("/total"))
                        .isEqualTo("2"));
        long before = SITES.asked("calm");

        collector.bean(StartDueRuns.class).start();
        String run = collector.get(runs("due"), "auditor").at("/items/0/id");

        JsonNode ended = ended("due", run);
        assertThat(ended.path("trigger").asString()).isEqualTo("schedule");
        assertThat(ended.at("/progress/cells").intValue()).isEqualTo(2);
        assertThat(SITES.asked("calm")).isEqualTo(before);
    }

    @Test
    void a_run_that_is_broken_off_goes_on_after_a_restart_and_repeats_nothing() throws Exception {
        publish("broken-off", "sound", "slow");
        long before = SITES.asked("sound");
        String run = collector.post(runs("broken-off"), JSON, "", "collector").at("/id");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        run("broken-off", run).at("/progress/finished").intValue())
                .isEqualTo(2));
        long visits = SITES.asked("sound");
        assertThat(visits).isGreaterThan(before);
        Answer busy = collector.post(runs("broken-off"), JSON, "", "collector");
        assertThat(busy.status()).isEqualTo(409);
        assertThat(busy.at("/code")).isEqualTo("already-running");

        collector.restart();
        SITES.release();
        JsonNode ended = ended("broken-off", run);

        assertThat(ended.path("state").asString()).isEqualTo("done");
        assertThat(ended.at("/delivery/accepted").intValue()).isEqualTo(4);
        assertThat(SITES.asked("sound")).isEqualTo(visits);
        assertThat(cells("broken-off")).hasSize(4).allMatch(cell -> cell.endsWith("MET null"));
    }

    @Test
    void of_two_runs_ordered_at_once_one_begins_and_the_other_is_refused() {
        publish("at-once", "sound", "bare");
        List<Answer> answers = IntStream.range(0, 4)
                .mapToObj(caller -> CompletableFuture.supplyAsync(
                        () -> collector.post(runs("at-once"), JSON, "", "collector"), Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        List<Answer> begun =
                answers.stream().filter(answer -> answer.status() == 202).toList();
        assertThat(begun).isNotEmpty();
        assertThat(answers)
                .allMatch(answer -> answer.status() == 202 || answer.at("/code").equals("already-running"));
        begun.forEach(answer -> assertThat(
                        ended("at-once", answer.at("/id")).path("state").asString())
                .isEqualTo("done"));
        assertThat(cells("at-once")).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void the_runs_of_a_campaign_add_to_one_series_of_probes() {
        publishProbed("probed");
        String first = ordered("probed");
        assertThat(reading("probed")).contains("0 of 2 probes failed");

        collector.bean(StartDueRuns.class).startProbes();
        String second = collector.get(runs("probed"), "auditor").at("/items/0/id");

        assertThat(second).isNotEqualTo(first);
        assertThat(ended("probed", second).path("state").asString()).isEqualTo("done");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reading("probed")).contains("0 of 4 probes failed"));
        assertThat(intake.get("/api/v1/campaigns/probed/evidence/outstanding", "auditor")
                        .at("/total"))
                .isEqualTo("0");
    }

    @Test
    void a_run_that_goes_on_can_be_cancelled_and_delivers_nothing_more() {
        publish("stuck", "sound", "stuck");
        String run = collector.post(runs("stuck"), JSON, "", "collector").at("/id");
        await().atMost(PATIENCE).until(() -> SITES.asked("stuck") > 0);
        publish("waiting", "sound");
        String waiting = collector.post(runs("waiting"), JSON, "", "collector").at("/id");

        assertThat(cancel("waiting", waiting).at("/state")).isEqualTo("cancelled");
        assertThat(cancel("stuck", run).status()).isEqualTo(202);

        JsonNode ended = ended("stuck", run);
        assertThat(ended.path("state").asString()).isEqualTo("cancelled");
        assertThat(ended.path("fault").asString()).isEqualTo("cancelled by chief");
        assertThat(cancel("stuck", run).at("/code")).isEqualTo("already-ended");
        assertThat(cancel("stuck", "none").at("/code")).isEqualTo("unknown-run");
        assertThat(folder.resolve(run)).doesNotExist();
        assertThat(cells("stuck")).isEmpty();
        publish("next", "sound");
        assertThat(run("next", ordered("next")).path("state").asString()).isEqualTo("done");
        assertThat(run("waiting", waiting).path("state").asString()).isEqualTo("cancelled");
        assertThat(run("stuck", run).path("state").asString()).isEqualTo("cancelled");
    }

    @Test
    void a_channel_without_an_address_becomes_a_task() {
        publish("no-address");
        intake.publish(LiveCampaign.target("no-address", "nowhere", null));

        ordered("no-address");

        assertThat(cells("no-address"))
                .containsExactlyInAnyOrder(
                        "nowhere site.footer portal UNDETERMINED not-tried",
                        "nowhere site.code portal UNDETERMINED not-tried");
        assertThat(reading("no-address")).contains("registered without an address");
        assertThat(intake.get("/api/v1/campaigns/no-address/tasks", "auditor").at("/total"))
                .isEqualTo("2");
    }

    @Test
    void runs_are_described_to_everybody() {
        JsonNode description =
                collector.as("nobody").get("/v3/api-docs/collection-runs").json();

        String runs = "/api/v1/campaigns/{campaign}/collection-runs";
        assertThat(description.path("paths").propertyNames())
                .containsExactlyInAnyOrder(runs, runs + "/{run}", runs + "/{run}/cancellation");
        assertThat(description.at("/components/schemas/RunView/properties").propertyNames())
                .contains("state", "progress", "delivery", "notices", "fault");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            whole-x; {}; administrator; 404; unknown-campaign
            refusals; {"targets":["z"]}; administrator; 422; unknown-target
            refusals; {"checks":["serach"]}; administrator; 422; unknown-check
            refusals; {"checks":["https"]}; administrator; 409; not-assigned
            past; {}; administrator; 409; outside-phase
            people; {}; administrator; 409; nothing-assigned
            no-check; {}; administrator; 409; nothing-assigned
            no-web; {}; administrator; 409; nothing-to-visit
            no-web; {"targets":["apponly"]}; administrator; 409; nothing-to-visit
            refusals; {"targets":["%s"]}; administrator; 422; unknown-target
            refusals; []; administrator; 400; wrong-type
            refusals; {"targets":"bare"}; administrator; 400; wrong-type
            refusals; {; administrator; 400; malformed-json
            refusals; {}; reviewer; 403; wrong-role
            """)
    void what_cannot_be_run_is_refused_with_its_reason(
            String campaign, String body, String role, int status, String code) {
        publish("refusals", "bare");
        publish("no-web");
        intake.publish(
                SmallAssessment.campaign("past"),
                LiveCampaign.assigning("people"),
                LiveCampaign.assigning(
                        "no-check",
                        new Assignment(
                                "site-collector", List.of("site.code"), List.of(ChannelKind.PORTAL), null, null)),
                LiveCampaign.target("no-web", "apponly", ChannelKind.APP_IOS, "https://apps.example.org/1"));

        Answer answer = collector.post(runs(campaign), JSON, body.formatted("x".repeat(50_000)), role);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("/code")).isEqualTo(code);
    }

    private static void publish(String campaign, String... sites) {
        intake.publish(LiveCampaign.assigning(
                campaign, LiveCampaign.portals(Map.of("footer", "site.footer", "site-code", "site.code"))));
        for (String site : sites) {
            intake.publish(LiveCampaign.target(campaign, site, SITES.address(site)));
        }
    }

    private static void publishProbed(String campaign) {
        intake.publish(
                LiveCampaign.assigning(campaign, LiveCampaign.portals(Map.of("reachability", "site.code"))),
                LiveCampaign.target(campaign, "sound", SITES.address("sound")));
    }

    private static Answer cancel(String campaign, String run) {
        return collector.as("chief").post(runs(campaign) + "/" + run + "/cancellation", JSON, "", "administrator");
    }

    /** The id of a run that has ended. */
    private static String ordered(String campaign) {
        String run = collector.post(runs(campaign), JSON, "", "collector").at("/id");
        ended(campaign, run);
        return run;
    }

    /** What the newest observation quotes. */
    private static String reading(String campaign) {
        cells(campaign);
        return intake.get("/api/v1/campaigns/" + campaign + "/observations", "auditor")
                .at("/items/0/evidence/0/note");
    }

    private static String runs(String campaign) {
        return "/api/v1/campaigns/" + campaign + "/collection-runs";
    }

    private static JsonNode run(String campaign, String run) {
        return collector.get(runs(campaign) + "/" + run, "auditor").json();
    }

    private static JsonNode ended(String campaign, String run) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(run(campaign, run).path("state").asString()).isIn("done", "failed", "cancelled"));
        return run(campaign, run);
    }

    private static List<String> cells(String campaign) {
        String path = "/api/v1/campaigns/" + campaign + "/observations";
        await().atMost(PATIENCE)
                .until(() ->
                        intake.get(path + "/progress?settled=true", "auditor").status() == 200);
        return intake.get(path, "auditor")
                .json()
                .path("items")
                .valueStream()
                .map(item -> "%s %s %s %s %s"
                        .formatted(
                                item.path("target").asString(),
                                item.path("checkPoint").asString(),
                                item.path("channel").asString(),
                                item.path("value").asString(),
                                item.path("cause").asString(null)))
                .toList();
    }

    /** Every observation quotes what was read, and its evidence is there and intact. */
    private static void evidenceStands(String campaign) {
        JsonNode items = intake.get("/api/v1/campaigns/" + campaign + "/observations", "auditor")
                .json()
                .path("items");
        for (JsonNode item : items) {
            JsonNode first = item.path("evidence").path(0);
            assertThat(first.path("note").asString()).isNotBlank();
            String sha256 = first.path("sha256").asString();
            Answer verification =
                    intake.get("/api/v1/campaigns/" + campaign + "/evidence/" + sha256 + "/verification", "auditor");
            assertThat(verification.at("/intact")).isEqualTo("true");
            assertThat(item.at("/collector/id").asString()).isEqualTo("site-collector");
            assertThat(item.at("/collector/kind").asString()).isEqualTo("SYSTEM");
        }
    }
}
