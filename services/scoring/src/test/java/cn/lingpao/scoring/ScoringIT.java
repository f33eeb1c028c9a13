package cn.lingpao.scoring;

import static cn.lingpao.scoring.adapter.streams.Demo.NOON;
import static cn.lingpao.scoring.adapter.streams.Demo.award;
import static cn.lingpao.scoring.adapter.streams.Demo.campaign;
import static cn.lingpao.scoring.adapter.streams.Demo.framework;
import static cn.lingpao.scoring.adapter.streams.Demo.number;
import static cn.lingpao.scoring.adapter.streams.Demo.target;
import static cn.lingpao.scoring.adapter.streams.Demo.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.Evidence;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.contracts.Topic;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The service on a real broker and store: each test goes on from the state that the one before it left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScoringIT {

    private static final List<DomainEvent> FACTS = List.of(
            framework(),
            campaign(),
            target("north", "city", "capital"),
            target("south", "city"),
            verdict("north", "basics.plan", 1, ObservedValue.MET),
            verdict("north", "basics.team", 1, ObservedValue.MET),
            verdict("north", "reach.items", 1, number(50)),
            verdict("south", "basics.plan", 1, ObservedValue.MET),
            verdict("south", "reach.items", 1, number(100)),
            award("south", "case-1", 1, 6));

    @TempDir
    static Path data;

    private static ScoringSystem system;

    @BeforeAll
    static void start() {
        system = ScoringSystem.start(data);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    @Order(0)
    void facts_are_processed() {
        system.publish(FACTS);

        system.awaitProgress("{\"awards\":1,\"targets\":2,\"verdicts\":5}");
        system.awaitThat("/rankings/cities", body -> assertThat(body)
                .contains("\"targetId\":\"north\",\"rank\":1,\"total\":87.5")
                .contains("\"targetId\":\"south\",\"rank\":2,\"total\":76"));
        assertThat(system.get("/scores/north")).contains("\"verdictId\":\"demo/north/reach.items#1\"");
        assertThat(system.get("/scores/north/explanation"))
                .contains("平台默认权重（非官方）", "\"baseTarget\":{\"id\":\"south\"", "\"share\":0.75");
        assertThat(system.get("/scores/north/explanation?node=reach")).doesNotContain("basics.plan");
    }

    @Test
    @Order(1)
    void a_ranking_is_studied_without_touching_the_record() {
        String recorded = system.get("/rankings/cities");

        assertThat(system.get("/rankings/cities/uncertainty?draws=200"))
                .contains("\"targetId\":\"north\",\"rank\":1.0,\"total\":87.5", "\"ahead\":1.0");
        assertThat(system.get("/rankings/cities/removals?node=basics")).contains("\"rankThen\":2.0");
        assertThat(system.get("/rankings/cities/sensitivity?samples=64")).contains("rankShift");
        assertThat(system.post("/rankings/cities/what-if", "{\"weights\":{\"basics\":0}}")
                        .body())
                .contains("\"totalThen\":106", "\"meanShift\":1.0");
        assertThat(system.post("/rankings/cities/what-if", "{\"weights\":{\"nothing\":0}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(system.post("/rankings/cities/what-if", "{}").body()).contains("contradiction");
        assertThat(system.response("/rankings/nowhere/uncertainty", "auditor").body())
                .contains("unknown-ranking");
        assertThat(system.response("/rankings/cities/uncertainty?draws=0", "auditor")
                        .body())
                .contains("out-of-range");
        assertThat(system.get("/rankings/cities")).isEqualTo(recorded);
    }

    @Test
    @Order(2)
    void facts_delivered_twice_change_nothing() {
        int told = system.told().size();
        double repeated = system.counted("lingpao.events.repeated", Topic.VERDICT);

        system.publish(FACTS);
        system.awaitCount("lingpao.events.repeated", Topic.VERDICT, repeated + 5);
        system.publish(List.of(target("later", "city")));
        system.awaitProgress("{\"awards\":1,\"targets\":3,\"verdicts\":5}");
        system.awaitThat("/rankings/cities", body -> assertThat(body).contains("later"));

        assertThat(system.told())
                .as("the sheet of the new target and its ranking")
                .hasSize(told + 2);
    }

    @Test
    @Order(3)
    void a_malformed_message_goes_to_the_dead_letters_and_blocks_nobody() {
        system.publishRaw(Topic.VERDICT, "demo/north", "not json".getBytes(StandardCharsets.UTF_8));
        system.publish(List.of(verdict("later", "basics.plan", 1, ObservedValue.MET)));

        system.awaitProgress("{\"awards\":1,\"targets\":3,\"verdicts\":6}");
        assertThat(system.deadLetters(Topic.VERDICT, "scoring", 1)).containsExactly("not json");
    }

    @Test
    @Order(5)
    void a_sheet_that_the_store_keeps_refusing_goes_to_its_dead_letters_and_blocks_nobody() {
        system.publish(List.of(
                sheet("poison"), target("healthy", "city"), verdict("healthy", "basics.plan", 1, ObservedValue.MET)));

        assertThat(system.deadLetters(Topic.SCORE, "scoring-store", 2))
                .last()
                .asString()
                .contains("\"targetId\":\"poison\"");
        system.awaitProgress("{\"awards\":1,\"targets\":4,\"verdicts\":7}");
    }

    private static TargetScored sheet(String target) {
        return new TargetScored(
                "demo", target, "city", "mini@1", null, null, BigDecimal.ZERO, 0, 0, List.of(), List.of());
    }

    @Test
    @Order(6)
    void only_those_who_prepare_a_release_see_scores() {
        assertThat(system.response("/rankings/cities").statusCode()).isEqualTo(401);
        assertThat(system.response("/rankings/cities", "collector").statusCode())
                .isEqualTo(403);
        assertThat(system.response("/rankings/cities", "publisher").statusCode())
                .isEqualTo(200);
        assertThat(system.response("/rankings/nowhere", "auditor").statusCode()).isEqualTo(404);
        assertThat(system.response("/scores/nobody", "auditor").body()).contains("unknown-score");
        assertThat(system.response("/scores/north/explanation?node=nothing", "auditor")
                        .body())
                .contains("unknown-node");
    }

    @Test
    @Order(4)
    void a_malformed_sheet_goes_to_the_dead_letters_of_the_store() {
        system.publishRaw(Topic.SCORE, "demo/north", "no sheet".getBytes(StandardCharsets.UTF_8));

        assertThat(system.deadLetters(Topic.SCORE, "scoring-store", 1)).containsExactly("no sheet");
    }

    @Test
    @Order(7)
    void the_difference_of_two_moments_tells_which_answer_did_what_and_its_evidence_is_named() {
        Instant later = NOON.plusSeconds(60);
        Evidence page = new Evidence("https://example.gov.cn/", null, later, "ab".repeat(32), null);
        system.publish(List.of(
                verdict("south", "basics.team", 1, ObservedValue.MET, later, List.of(page)),
                verdict("north", "reach.items", 2, number(200), later, List.of())));
        system.awaitThat("/scores/south/explanation?node=basics", body -> assertThat(body)
                .contains("\"evidenceIds\":[\"" + "ab".repeat(32) + "\"]"));

        assertThat(system.get("/scores/south/changes?since=" + NOON))
                .contains("\"before\":76", "\"after\":93.5", "\"change\":17.5")
                .contains("\"id\":\"basics.team\"", "\"effect\":30", "\"kind\":\"OTHERS\"", "\"effect\":-12.5");
        assertThat(system.get("/scores/south/changes?since=" + NOON + "&until=" + NOON))
                .contains("\"change\":0", "\"causes\":[]");
        assertThat(system.get("/scores/south/changes?node=basics&since=" + NOON.minusSeconds(1)))
                .contains("\"before\":0", "\"after\":100");
        assertThat(system.response("/scores/south/changes?since=" + later + "&until=" + NOON, "auditor")
                        .body())
                .contains("contradiction");
        assertThat(system.response("/scores/south/changes?since=yesterday", "auditor")
                        .statusCode())
                .isEqualTo(400);
        assertThat(system.response("/scores/nobody/changes?since=" + NOON, "auditor")
                        .body())
                .contains("unknown-score");
        assertThat(system.response("/scores/south/changes?node=nothing&since=" + NOON, "auditor")
                        .body())
                .contains("unknown-node");
    }
}
