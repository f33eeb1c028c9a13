package cn.lingpao.datacollection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cn.lingpao.collectorclient.ArchiveReceipt;
import cn.lingpao.collectorclient.Capture;
import cn.lingpao.collectorclient.CollectorClient;
import cn.lingpao.collectorclient.DueCell;
import cn.lingpao.collectorclient.Observation;
import cn.lingpao.collectorclient.PlatformRefusal;
import cn.lingpao.collectorclient.Receipt;
import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Assignment;
import cn.lingpao.contracts.Evidence;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetRegistered.ChannelKind;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.SmallAssessment;
import cn.lingpao.testsupport.Stores;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcWriter;

/** The client that collectors are written with, against the intake as it runs. */
class CollectorClientIT {

    private static final Instant AT = Instant.parse("2021-10-01T02:00:00Z");

    private static RunningService service;
    private static CollectorClient robot;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "data-collection", Stores.embedded(CollectorClientIT.class), List.of(DataCollectionApplication.class));
        CampaignDefined plain = SmallAssessment.campaign("client");
        service.publish(
                Reference.framework(),
                SmallAssessment.assigned(
                        plain, new Assignment("robot", List.of("service.met"), List.of(ChannelKind.PORTAL), null)));
        service.publish(SmallAssessment.target("client", "a"), SmallAssessment.target("client", "b"));
        robot = CollectorClient.of(URI.create(service.origin()), URI.create(service.issuer()), "robot", "collector");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void what_is_due_is_observed_with_evidence_and_is_due_no_longer() throws Exception {
        assertThat(robot.due("client"))
                .extracting(DueCell::target, DueCell::channel)
                .containsExactly(tuple("a", "portal"), tuple("b", "portal"));

        byte[] page = "<title>首页</title>".getBytes(StandardCharsets.UTF_8);
        String sha256 = robot.bring("client", page, Capture.page("https://a.example/", 200, AT))
                .sha256();
        assertThat(robot.bring("client", page, Capture.page("https://a.example/", 200, AT))
                        .isNew())
                .isFalse();
        Observation met = observation("a", "service.met", new Evidence(null, null, AT, sha256, "标题有"));
        Receipt receipt = robot.deliver("client", List.of(met, observation("a", "service.none", null), met));

        assertThat(receipt.rows())
                .extracting(Receipt.Row::outcome, Receipt.Row::code)
                .containsExactly(
                        tuple(Receipt.Outcome.ACCEPTED, null),
                        tuple(Receipt.Outcome.REJECTED, "unknown-check-point"),
                        tuple(Receipt.Outcome.REPEATED, null));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(robot.due("client"))
                .extracting(DueCell::target)
                .containsExactly("b"));
        assertThat(service.get("/api/v1/campaigns/client/observations?target=a", "auditor")
                        .at("/items/0/collector/kind"))
                .isEqualTo("SYSTEM");
    }

    @Test
    void a_web_archive_is_taken_apart() throws Exception {
        ArchiveReceipt first = robot.bringArchive("client", archive());
        ArchiveReceipt again = robot.bringArchive("client", archive());

        assertThat(first.stored()).isEqualTo(1);
        assertThat(again.stored()).isZero();
        assertThat(again.rejected()).isEmpty();
    }

    @Test
    void an_unknown_campaign_is_a_refusal_with_its_word() {
        assertThatExceptionOfType(PlatformRefusal.class)
                .isThrownBy(() -> robot.due("nowhere"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("unknown-campaign"));
    }

    private static Path archive() throws IOException {
        Path file = folder.resolve("one.warc.gz");
        if (!Files.exists(file)) {
            try (WarcWriter writer = new WarcWriter(file)) {
                writer.write(new WarcResource.Builder(URI.create("https://b.example/"))
                        .date(AT)
                        .body(MediaType.PLAIN_TEXT, "b".getBytes(StandardCharsets.UTF_8))
                        .build());
            }
        }
        return file;
    }

    private static Observation observation(String target, String checkPoint, Evidence evidence) {
        return new Observation(
                target, checkPoint, "portal", ObservedValue.MET, AT, evidence == null ? List.of() : List.of(evidence));
    }
}
