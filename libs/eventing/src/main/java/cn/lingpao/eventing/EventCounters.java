package cn.lingpao.eventing;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of the messages of each topic: {@code lingpao.events.consumed|repeated|deadlettered}. */
public final class EventCounters {

    private final MeterRegistry meters;

    public EventCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    public void consumed(String topic, long messages) {
        count("consumed", topic, messages);
    }

    /** Messages that changed nothing, because they were stale or came twice. */
    public void repeated(String topic, long messages) {
        count("repeated", topic, messages);
    }

    public void deadLettered(String topic) {
        count("deadlettered", topic, 1);
    }

    private void count(String fate, String topic, long messages) {
        meters.counter("lingpao.events." + fate, "topic", topic).increment(messages);
    }
}
