package cn.lingpao.evidencereview.adapter.kafka;

import cn.lingpao.contracts.Collector;
import cn.lingpao.contracts.ObservationRecorded;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventBatch;
import cn.lingpao.eventing.EventCounters;
import cn.lingpao.evidencereview.application.TakeObservations;
import cn.lingpao.evidencereview.application.TakeObservations.Arrival;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Observation;
import cn.lingpao.evidencereview.domain.Proof;
import cn.lingpao.evidencereview.domain.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;

/** Hears of every observation. */
public class ObservationListener {

    static final String GROUP = "evidence-review";

    private final TakeObservations take;
    private final EventCounters counters;

    public ObservationListener(TakeObservations take, EventCounters counters) {
        this.take = take;
        this.counters = counters;
    }

    @KafkaListener(topics = "collection.observation.v1", groupId = GROUP, containerFactory = "batchFactory")
    void observations(List<ConsumerRecord<String, Event<?>>> records) {
        EventBatch.deliver(records, batch -> {
            int repeated =
                    take.take(batch.stream().map(ObservationListener::arrival).toList());
            String topic = batch.getFirst().topic();
            counters.consumed(topic, batch.size());
            counters.repeated(topic, repeated);
        });
    }

    private static Arrival arrival(ConsumerRecord<String, Event<?>> record) {
        ObservationRecorded event = (ObservationRecorded) record.value().data();
        ObservedValue value = event.value();
        Observation observation = new Observation(
                event.observationId(),
                new Value(Value.Kind.valueOf(value.kind().name()), value.number(), value.grade(), value.cause()),
                event.channelId(),
                event.collector().id(),
                event.collector().kind() == Collector.Kind.SYSTEM,
                event.observedAt().truncatedTo(ChronoUnit.MILLIS),
                event.recordedAt().truncatedTo(ChronoUnit.MILLIS),
                event.evidence().stream()
                        .map(each -> new Proof(
                                each.url(), each.title(), millis(each.capturedAt()), each.sha256(), each.note()))
                        .toList());
        return new Arrival(
                new CellId(event.campaignId(), event.targetId(), event.checkPointId()), event.groupId(), observation);
    }

    /** The store keeps milliseconds. */
    private static @Nullable Instant millis(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
