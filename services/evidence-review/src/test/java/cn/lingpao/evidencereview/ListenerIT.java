package cn.lingpao.evidencereview;

import static cn.lingpao.contracts.ObservedValue.MET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.contracts.Topic;
import cn.lingpao.evidencereview.application.Cells;
import cn.lingpao.evidencereview.application.Progress;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.SmallAssessment;
import cn.lingpao.testsupport.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListenerIT {

    private static final String DEAD_LETTERS = Topic.OBSERVATION.deadLetters("evidence-review");

    private static RunningService service;

    @BeforeAll
    static void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        service = RunningService.start(
                "evidence-review",
                Stores.embedded(ListenerIT.class),
                List.of(EvidenceReviewApplication.class, PoisonedCells.class));
        service.publish(
                Reference.framework(),
                SmallAssessment.campaign("one"),
                SmallAssessment.campaign("two"),
                SmallAssessment.campaign("three"),
                SmallAssessment.campaign("four"));
    }

    @AfterAll
    static void stop() {
        service.close();
        Awaitility.reset();
    }

    @Test
    void an_observation_is_processed_and_its_verdict_told() {
        service.publish(Observed.event("id-1", "one", "a", "service.none", MET, 1));
        await().until(() -> progress("one").equals(new Progress(1, 1, 1, 0, 0)));
        await().untilAsserted(() -> assertThat(service.records(Topic.VERDICT.topicName()))
                .filteredOn(record -> text(record).contains("one/a/service.none#1"))
                .hasSize(1));
    }

    @Test
    void one_delivered_twice_counts_once() {
        var twice = Observed.event("id-2", "two", "a", "service.none", MET, 1);
        service.publish(twice, twice);
        service.publish(twice, Observed.event("id-2b", "two", "a", "service.double", MET, 1));
        await().until(() -> progress("two").equals(new Progress(2, 2, 1, 1, 0)));
        assertThat(service.records(Topic.VERDICT.topicName()))
                .filteredOn(record -> text(record).contains("two/a/"))
                .hasSize(1);
    }

    @Test
    void one_that_fails_again_and_again_is_dead_lettered_and_blocks_nobody() {
        service.publish(
                Observed.event("id-3", "three", PoisonedCells.POISON, "service.none", MET, 1),
                Observed.event("id-3b", "three", "a", "service.none", MET, 1),
                Observed.event("id-3c", "three", PoisonedCells.POISON, "service.gone", MET, 1));
        await().untilAsserted(() -> assertThat(service.records(DEAD_LETTERS))
                .filteredOn(record -> text(record).contains("id-3"))
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.headers())
                        .extracting(Header::key)
                        .contains("kafka_dlt-exception-message", "kafka_dlt-original-topic")));
        await().until(() -> progress("three").equals(new Progress(1, 1, 1, 0, 0)));
        assertThat(PoisonedCells.ATTEMPTS.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void one_that_is_malformed_is_dead_lettered_and_blocks_nobody() throws Exception {
        service.publishGarbage(Topic.OBSERVATION.topicName());
        service.publish(Observed.event("id-4", "four", "a", "service.none", MET, 1));
        await().untilAsserted(() -> assertThat(service.records(DEAD_LETTERS))
                .filteredOn(record -> text(record).equals("garbage"))
                .hasSize(1));
        await().until(() -> progress("four").equals(new Progress(1, 1, 1, 0, 0)));
    }

    private static Progress progress(String campaign) {
        return service.bean(Cells.class).progress(campaign);
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
