package cn.lingpao.sitecollector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.contracts.ObservationRecorded;
import cn.lingpao.contracts.Topic;
import cn.lingpao.datacollection.DataCollectionApplication;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.SmallAssessment;
import cn.lingpao.testsupport.Store;
import cn.lingpao.testsupport.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run over many sites whose process is killed again and again, at every stage: {@code -Dsites=64} for as many. */
class KilledRunIT {

    private static final int SITES = Integer.getInteger("sites", 18);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> CHECKS = Map.of("footer", "site.footer", "site-code", "site.code");
    private static final String RUNS = "/api/v1/campaigns/crowd/collection-runs";

    @TempDir
    static Path data;

    private static SiteCrowd sites;
    private static Store store;
    private static RunningService intake;
    private static IntakeDoor door;

    @BeforeAll
    static void start() {
        sites = new SiteCrowd(SITES);
        store = Stores.embedded(KilledRunIT.class);
        intake = RunningService.start(
                "data-collection",
                Stores.embedded(DataCollectionApplication.class),
                List.of(DataCollectionApplication.class));
        door = new IntakeDoor(intake.origin());
        intake.publish(SmallAssessment.framework(
                "{id: site.footer, text: {zh: 底部}, origin: platform, rule: checklist, points: 50}",
                "{id: site.code, text: {zh: 标识码}, origin: platform, rule: checklist, points: 50}"));
        intake.publish(LiveCampaign.assigning("crowd", LiveCampaign.portals(CHECKS)));
        sites.names().forEach(site -> intake.publish(LiveCampaign.target("crowd", site, sites.address(site))));
    }

    @AfterAll
    static void stop() {
        door.close();
        intake.close();
        sites.close();
    }

    @Test
    void killed_at_every_stage_a_run_repeats_no_visit_and_delivers_each_result_once() throws Exception {
        String run;
        Map<String, Integer> visits;
        Set<String> finished;
        try (CollectorProcess collecting = collector()) {
            run = collecting.post(RUNS).path("id").asString();
            await().atMost(PATIENCE)
                    .until(() -> collecting
                                    .get(RUNS + "/" + run)
                                    .at("/progress/finished")
                                    .asInt()
                            >= SITES / 2 * 2);
            collecting.kill();
            finished = finished(run);
            visits = sites.asked();
        }
        assertThat(finished).hasSizeBetween(SITES / 2, SITES - 1);

        door.turn(IntakeDoor.State.KEEPS_OBSERVATIONS);
        sites.release();
        try (CollectorProcess bringing = collector()) {
            await().atMost(PATIENCE).until(() -> door.kept() > 0);
            door.turn(IntakeDoor.State.SHUT);
            awaitFault(bringing, run, "does not answer");
            bringing.kill();
        }
        Map<String, Integer> atTheEnd = sites.asked();
        assertThat(atTheEnd).containsAllEntriesOf(only(visits, finished));
        long brought = captures();
        assertThat(brought).isPositive();
        assertThat(told()).isEmpty();
        List<String> found = found(run);

        door.turn(IntakeDoor.State.BUSY);
        try (CollectorProcess unheard = collector()) {
            awaitFault(unheard, run, "503");
            door.turn(IntakeDoor.State.KEEPS_ANSWERS);
            await().atMost(PATIENCE).until(() -> door.kept() > 0);
            unheard.kill();
        }

        door.turn(IntakeDoor.State.OPEN);
        try (RunningService last = lastCollector()) {
            await().atMost(PATIENCE).until(() -> last.get(RUNS + "/" + run, "auditor")
                    .json()
                    .path("endedAt")
                    .isString());
            JsonNode ended = last.get(RUNS + "/" + run, "auditor").json();
            assertThat(ended.path("state").asString()).isEqualTo("done");
            assertThat(ended.at("/progress/finished").asInt()).isEqualTo(2 * SITES);
            assertThat(ended.at("/delivery/repeated").asInt()).isEqualTo(2 * SITES);
            assertThat(ended.at("/delivery/rejected").asInt()).isZero();
            assertThat(ended.at("/delivery/evidence").asLong()).isZero();
        }

        assertThat(sites.asked()).isEqualTo(atTheEnd);
        assertThat(told()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(found);
        assertThat(captures()).isEqualTo(brought);
        assertThat(intake.get("/api/v1/campaigns/crowd/evidence/outstanding", "auditor")
                        .at("/total"))
                .isEqualTo("0");
        noCellIsLeft();
    }

    private static void awaitFault(CollectorProcess collector, String run, String words) {
        await().atMost(PATIENCE).until(() -> collector
                .get(RUNS + "/" + run)
                .path("fault")
                .asString("")
                .contains(words));
    }

    private static CollectorProcess collector() {
        Map<String, String> environment = new HashMap<>(settings());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", setting("KAFKA_BOOTSTRAP_SERVERS"));
        environment.put("MONGODB_URI", store.uri());
        environment.put("SPRING_MONGODB_DATABASE", store.database());
        environment.put("ISSUER_URI", intake.issuer());
        return CollectorProcess.start(environment, intake.issuer());
    }

    /** Nobody kills this one, so it needs no process of its own, which takes longer to start. */
    private static RunningService lastCollector() {
        return intake.beside(
                "site-collector",
                store,
                List.of(SiteCollectorApplication.class),
                settings().entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private static Map<String, String> settings() {
        Map<String, String> environment = new HashMap<>();
        environment.put("DATA_COLLECTION_URL", door.origin());
        environment.put("LINGPAO_SITE_COLLECTOR_SECRET", "collector");
        environment.put("LINGPAO_DATA", data.toString());
        environment.put("LINGPAO_ALLOW_NETWORK", "127.0.0.0/8");
        environment.put("LINGPAO_COLLECT_CRON", "-");
        environment.put("LINGPAO_PROBE_CRON", "-");
        environment.put("LINGPAO_COLLECT_PARALLEL", String.valueOf(SITES));
        environment.put("LINGPAO_COLLECT_DELAY", "0ms");
        environment.put("LINGPAO_COLLECT_BROWSER", "false");
        environment.put("LINGPAO_COLLECT_PATIENCE", "1s");
        environment.put("LINGPAO_COLLECT_PAUSE", "200ms");
        environment.put("LINGPAO_COLLECT_PARAMETERS", "footer.second-look-seconds=0,site-code.second-look-seconds=0");
        return environment;
    }

    private static String setting(String name) {
        return intake.bean(org.springframework.core.env.Environment.class).getRequiredProperty(name);
    }

    /** The sites of which everything that was to be found stands in the journal. */
    private static Set<String> finished(String run) throws IOException {
        Map<String, Long> lines = Files.readAllLines(folder(run).resolve("journal.ndjson")).stream()
                .filter(line -> line.endsWith("}"))
                .map(JSON::readTree)
                .collect(Collectors.groupingBy(line -> line.path("target").asString(), Collectors.counting()));
        Set<String> finished = new HashSet<>(lines.keySet());
        finished.removeIf(site -> lines.get(site) < CHECKS.size());
        return finished;
    }

    private static Path folder(String run) {
        return data.resolve("site-collector").resolve(run);
    }

    private static Map<String, Integer> only(Map<String, Integer> visits, Set<String> finished) {
        return visits.entrySet().stream()
                .filter(each -> finished.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the run found, as it is to arrive. */
    private static List<String> found(String run) throws IOException {
        return Files.readAllLines(folder(run).resolve("found.ndjson")).stream()
                .map(JSON::readTree)
                .map(each -> sentence(
                        each.path("target").asString(),
                        CHECKS.get(each.path("check").asString()),
                        each.at("/value/kind").asString(),
                        each.at("/value/cause").asString(""),
                        each.path("check").asString() + ": "
                                + each.path("reading").asString(),
                        Instant.parse(each.path("at").asString()).truncatedTo(ChronoUnit.MILLIS),
                        StreamSupport.stream(each.path("evidence").spliterator(), false)
                                .map(JsonNode::asString)
                                .toList()))
                .toList();
    }

    /** What the log of observations says, one each. */
    private static List<String> told() {
        return intake.told(ObservationRecorded.class, Topic.OBSERVATION).stream()
                .map(each -> sentence(
                        each.targetId(),
                        each.checkPointId(),
                        each.value().kind().name(),
                        each.value().cause() == null ? "" : each.value().cause(),
                        each.evidence().getFirst().note(),
                        each.observedAt(),
                        each.evidence().stream()
                                .map(piece -> piece.sha256())
                                .filter(hash -> hash != null)
                                .toList()))
                .toList();
    }

    private static String sentence(Object... parts) {
        return List.of(parts).stream().map(String::valueOf).collect(Collectors.joining(" | "));
    }

    private static long captures() {
        return intake.get("/api/v1/campaigns/crowd/evidence/progress", "auditor")
                .json()
                .path("captures")
                .asLong();
    }

    private static void noCellIsLeft() {
        String campaign = "/api/v1/campaigns/crowd";
        await().atMost(PATIENCE)
                .until(() -> intake.get(campaign + "/observations/progress?settled=true", "auditor")
                                .status()
                        == 200);
        assertThat(intake.get(campaign + "/plan?state=not-collected", "auditor").at("/total"))
                .isEqualTo("0");
        Function<String, Set<String>> cells = path -> intake.get(campaign + path, "auditor")
                .json()
                .path("items")
                .valueStream()
                .map(cell -> cell.path("target").asString() + " "
                        + cell.path("checkPoint").asString())
                .collect(Collectors.toSet());
        assertThat(cells.apply("/plan?state=undetermined")).isNotEmpty().isEqualTo(cells.apply("/tasks"));
    }
}
