package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.EventType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What scoring counts: {@code lingpao.scoring.group|told|failed|ignored}. */
final class ScoringMeters {

    private final MeterRegistry registry;
    private final Map<String, AtomicInteger> ignored = new ConcurrentHashMap<>();

    ScoringMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Times the scoring of a group, and shows how many verdicts the framework had no use for. */
    GroupScores scored(String group, Supplier<GroupScores> scoring) {
        GroupScores scores = registry.timer("lingpao.scoring.group").record(scoring);
        ignored.computeIfAbsent(
                        group,
                        added ->
                                registry.gauge("lingpao.scoring.ignored", Tags.of("group", added), new AtomicInteger()))
                .set(scores.ignored());
        return scores;
    }

    void told(EventType type) {
        registry.counter("lingpao.scoring.told", "type", type.wireName()).increment();
    }

    void failed() {
        registry.counter("lingpao.scoring.failed").increment();
    }
}
