package cn.lingpao.scoring;

import static cn.lingpao.scoring.adapter.streams.Demo.award;
import static cn.lingpao.scoring.adapter.streams.Demo.campaign;
import static cn.lingpao.scoring.adapter.streams.Demo.framework;
import static cn.lingpao.scoring.adapter.streams.Demo.number;
import static cn.lingpao.scoring.adapter.streams.Demo.target;
import static cn.lingpao.scoring.adapter.streams.Demo.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.eventing.Event;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is lost can be computed again: after {@code kill -9}, and from the log alone. */
class RebuildIT {

    private static final int PLACES = 40;
    private static final String SETTLED = "{\"awards\":%d,\"targets\":%d,\"verdicts\":%d}";

    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    @Test
    void killed_in_the_middle_and_then_rebuilt_from_the_log_the_bytes_are_the_same() throws Exception {
        List<DomainEvent> facts = facts();
        try (ScoringSystem system = ScoringSystem.withoutService()) {
            Process killed = process(system.environment(data, "scoring"));
            try {
                system.publish(facts.subList(0, facts.size() / 2));
                await().atMost(ScoringSystem.PATIENCE)
                        .until(() -> !system.told().isEmpty());
                system.publish(facts.subList(facts.size() / 2, facts.size()));
            } finally {
                killed.destroyForcibly().waitFor();
            }

            system.up(data, "scoring");
            system.awaitProgress(SETTLED.formatted(1, PLACES, 3 * PLACES));
            system.awaitThat("/rankings/cities", body -> assertThat(body).contains("\"verdicts\":" + 3 * PLACES));
            await().atMost(ScoringSystem.PATIENCE)
                    .until(() -> ScoringSystem.newest(system.told()).size() == PLACES + 3);
            List<ConsumerRecord<String, Event<?>>> told = system.told();
            Map<String, String> newest = ScoringSystem.newest(told);
            assertThat(newest).hasSize(PLACES + 3);
            system.down();

            system.up(elsewhere, "scoring-rebuilt");
            await().atMost(ScoringSystem.PATIENCE).untilAsserted(() -> {
                List<ConsumerRecord<String, Event<?>>> now = system.told();
                List<ConsumerRecord<String, Event<?>>> rebuilt = new ArrayList<>(now);
                rebuilt.removeIf(record -> told.stream()
                        .anyMatch(old -> old.topic().equals(record.topic())
                                && old.partition() == record.partition()
                                && old.offset() == record.offset()));
                assertThat(ScoringSystem.newest(rebuilt)).isEqualTo(newest);
            });
            assertThat(system.get("/rankings/cities")).isEqualTo(newest.get("scoring.ranking.v1 demo/cities"));
        }
    }

    private static Process process(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ScoringApplication.class.getName());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(new File("target/killed-scoring.log"));
        return builder.start();
    }

    /** Two verdicts on each cell, the first of them overruled, in an order of its own. */
    private static List<DomainEvent> facts() {
        List<DomainEvent> facts = new ArrayList<>(List.of(framework(), campaign()));
        Random chance = new Random(4);
        for (int place = 0; place < PLACES; place++) {
            facts.add(target("place-" + place, "city"));
        }
        for (long sequence = 1; sequence <= 2; sequence++) {
            for (int place = 0; place < PLACES; place++) {
                String id = "place-" + place;
                facts.add(verdict(id, "basics.plan", sequence, met(chance)));
                facts.add(verdict(id, "basics.team", sequence, met(chance)));
                facts.add(verdict(id, "reach.items", sequence, number(1 + chance.nextInt(1000))));
            }
        }
        facts.add(award("place-7", "case", 1, 5));
        return facts;
    }

    private static ObservedValue met(Random chance) {
        return chance.nextBoolean() ? ObservedValue.MET : ObservedValue.NOT_MET;
    }
}
