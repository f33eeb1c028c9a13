package cn.lingpao.datacollection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.contracts.CampaignDefined.Assignment;
import cn.lingpao.contracts.Collector;
import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.Evidence;
import cn.lingpao.contracts.ObservationRecorded;
import cn.lingpao.contracts.ObservationRejected;
import cn.lingpao.contracts.ObservationSubmitted;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.Topic;
import cn.lingpao.datacollection.application.Observations;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.application.Rejections;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.SmallAssessment;
import cn.lingpao.testsupport.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ListenersIT {

    private static final Instant OBSERVED = Instant.parse("2021-10-01T02:00:00Z");
    private static final Collector ROBOT = new Collector("robot", Collector.Kind.SYSTEM);

    private static RunningService service;

    @BeforeAll
    static void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        service = RunningService.start(
                "data-collection",
                Stores.embedded(ListenersIT.class),
                List.of(DataCollectionApplication.class, PoisonedStore.class));
        service.publish(
                Reference.framework(),
                SmallAssessment.brokenFramework(),
                SmallAssessment.assigned(
                        SmallAssessment.campaign("sub"), new Assignment("robot", List.of(), List.of(), null)),
                SmallAssessment.campaign("broken", "broken@1"),
                SmallAssessment.campaign("alone"),
                SmallAssessment.target("alone", "a"),
                SmallAssessment.target("sub", "a"),
                SmallAssessment.target("broken", "a"));
    }

    @AfterAll
    static void stop() {
        service.close();
        Awaitility.reset();
    }

    @Nested
    class Of_observations {

        @Test
        void one_is_processed() {
            service.publish(recorded("obs-1", "a", "id-1"));
            await().until(() -> count("obs-1") == 1);
        }

        @Test
        void one_delivered_twice_counts_once() {
            service.publish(recorded("obs-2", "a", "id-2"), recorded("obs-2", "a", "id-2"));
            service.publish(recorded("obs-2", "a", "id-2b"));
            await().until(() -> count("obs-2") == 2);
        }

        @Test
        void one_that_fails_again_and_again_is_dead_lettered_and_blocks_nobody() {
            int before = PoisonedStore.ATTEMPTS.get();
            service.publish(recorded("obs-3", PoisonedStore.POISON, "id-3"), recorded("obs-3", "a", "id-3b"));
            awaitDeadLetter(Topic.OBSERVATION, "id-3");
            await().until(() -> count("obs-3") == 1);
            assertThat(PoisonedStore.ATTEMPTS.get() - before).isGreaterThanOrEqualTo(3);
        }

        @Test
        void one_that_is_malformed_is_dead_lettered_and_blocks_nobody() throws Exception {
            service.publishGarbage(Topic.OBSERVATION.topicName());
            service.publish(recorded("obs-4", "a", "id-4"));
            awaitGarbage(Topic.OBSERVATION);
            await().until(() -> count("obs-4") == 1);
        }

        private long count(String campaign) {
            return service.bean(Observations.class).count(campaign);
        }
    }

    @Nested
    class Of_rejections {

        @Test
        void one_is_processed() {
            service.publish(rejected("rej-1", "a", "id-1"));
            await().until(() -> rejections("rej-1") == 1);
        }

        @Test
        void one_delivered_twice_counts_once() {
            service.publish(rejected("rej-2", "a", "id-2"), rejected("rej-2", "a", "id-2"));
            service.publish(rejected("rej-2", "a", "id-2b"));
            await().until(() -> rejections("rej-2") == 2);
        }

        @Test
        void one_that_fails_again_and_again_is_dead_lettered_and_blocks_nobody() {
            service.publish(rejected("rej-3", PoisonedStore.POISON, "id-3"), rejected("rej-3", "a", "id-3b"));
            awaitDeadLetter(Topic.REJECTION, "id-3");
            await().until(() -> rejections("rej-3") == 1);
        }

        @Test
        void one_that_is_malformed_is_dead_lettered_and_blocks_nobody() throws Exception {
            service.publishGarbage(Topic.REJECTION.topicName());
            service.publish(rejected("rej-4", "a", "id-4"));
            awaitGarbage(Topic.REJECTION);
            await().until(() -> rejections("rej-4") == 1);
        }
    }

    @Nested
    class Of_submissions {

        @Test
        void one_is_processed() {
            service.publish(submitted("sub", "a", 1));
            await().until(() -> observed(1) == 1);
        }

        @Test
        void one_delivered_twice_counts_once() {
            service.publish(submitted("sub", "a", 2), submitted("sub", "a", 2));
            service.publish(submitted("sub", "a", 3));
            await().until(() -> observed(3) == 1);
            assertThat(observed(2)).isEqualTo(1);
            assertThat(service.records(Topic.OBSERVATION.topicName()).stream()
                            .filter(record -> text(record.value()).contains("2021-10-01T02:00:02Z")))
                    .hasSize(1);
        }

        @Test
        void one_that_is_refused_becomes_a_rejection() {
            service.publish(submitted("sub", "nowhere", 4), submitted("none", "a", 4));
            await().until(() -> rejections("sub") == 1 && rejections("none") == 1);
            assertThat(service.bean(Rejections.class)
                            .find("sub", new Paging(0, 10))
                            .items())
                    .singleElement()
                    .satisfies(rejection -> {
                        assertThat(rejection.fault().code().text()).isEqualTo("unknown-target");
                        assertThat(rejection.line()).isNull();
                        assertThat(rejection.row()).contains("nowhere");
                    });
        }

        @Test
        void one_that_fails_again_and_again_is_dead_lettered_and_blocks_nobody() {
            service.publish(submitted("broken", "a", 5), submitted("sub", "a", 6));
            awaitDeadLetter(Topic.SUBMISSION, "broken");
            await().until(() -> observed(6) == 1);
        }

        @Test
        void one_that_is_malformed_is_dead_lettered_and_blocks_nobody() throws Exception {
            service.publishGarbage(Topic.SUBMISSION.topicName());
            service.publish(submitted("sub", "a", 7));
            awaitGarbage(Topic.SUBMISSION);
            await().until(() -> observed(7) == 1);
        }

        @Test
        void one_of_a_program_that_is_not_registered_becomes_a_rejection() {
            service.publish(submitted("alone", "a", 8));
            await().until(() -> rejections("alone") == 1);
            assertThat(service.bean(Rejections.class)
                            .find("alone", new Paging(0, 10))
                            .items())
                    .singleElement()
                    .satisfies(rejection ->
                            assertThat(rejection.fault().code().text()).isEqualTo("not-registered"));
        }

        private long observed(int second) {
            return service.bean(Observations.class).find("sub", null, null, new Paging(0, 500)).items().stream()
                    .filter(each -> each.content().observedAt().equals(OBSERVED.plusSeconds(second)))
                    .count();
        }
    }

    private static long rejections(String campaign) {
        return service.bean(Rejections.class).count(campaign);
    }

    private static void awaitDeadLetter(Topic topic, String text) {
        await().untilAsserted(() -> assertThat(deadLetters(topic))
                .filteredOn(record -> text(record.value()).contains(text))
                .singleElement()
                .satisfies(record -> assertThat(record.headers())
                        .extracting(Header::key)
                        .contains("kafka_dlt-exception-message", "kafka_dlt-original-topic")));
    }

    private static void awaitGarbage(Topic topic) {
        await().untilAsserted(() -> assertThat(deadLetters(topic))
                .filteredOn(record -> text(record.value()).equals("garbage"))
                .hasSize(1));
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters(Topic topic) {
        return service.records(topic.deadLetters("data-collection"));
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    private static DomainEvent recorded(String campaign, String target, String id) {
        return new ObservationRecorded(
                id,
                campaign,
                target,
                "provincial",
                "service.met",
                null,
                ObservedValue.MET,
                ROBOT,
                OBSERVED,
                List.of(new Evidence("https://place.example", null, null, null, null)),
                OBSERVED);
    }

    private static DomainEvent rejected(String campaign, String target, String id) {
        return new ObservationRejected(
                id, campaign, target, 1, "value", "missing", "'value' is missing", "{}", OBSERVED);
    }

    private static DomainEvent submitted(String campaign, String target, int second) {
        return new ObservationSubmitted(
                campaign,
                target,
                "service.met",
                "portal",
                ObservedValue.MET,
                ROBOT,
                OBSERVED.plusSeconds(second),
                List.of());
    }
}
