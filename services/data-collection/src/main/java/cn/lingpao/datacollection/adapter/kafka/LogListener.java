package cn.lingpao.datacollection.adapter.kafka;

import cn.lingpao.contracts.ObservationRecorded;
import cn.lingpao.contracts.ObservationRejected;
import cn.lingpao.datacollection.application.FollowTheLog;
import cn.lingpao.datacollection.application.Placed;
import cn.lingpao.datacollection.application.Position;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventBatch;
import cn.lingpao.eventing.EventCounters;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Follows the log of observations and rejections into the store. */
public class LogListener {

    static final String GROUP = "data-collection";

    private final FollowTheLog follow;
    private final EventCounters counters;

    public LogListener(FollowTheLog follow, EventCounters counters) {
        this.follow = follow;
        this.counters = counters;
    }

    @KafkaListener(
            topics = "collection.observation.v1",
            groupId = GROUP,
            containerFactory = "batchFactory",
            concurrency = "${lingpao.collection.followers:2}",
            properties = "max.poll.records=${lingpao.collection.follow-at-once:5000}")
    void observations(List<ConsumerRecord<String, Event<?>>> records) {
        EventBatch.deliver(
                records,
                batch -> counted(
                        batch,
                        readable -> follow.observations(placed(
                                readable,
                                record -> Wire.observation(
                                        (ObservationRecorded) record.value().data())))));
    }

    @KafkaListener(topics = "collection.rejection.v1", groupId = GROUP, containerFactory = "batchFactory")
    void rejections(List<ConsumerRecord<String, Event<?>>> records) {
        EventBatch.deliver(
                records,
                batch -> counted(
                        batch,
                        readable -> follow.rejections(placed(
                                readable,
                                record -> Wire.rejection(
                                        (ObservationRejected) record.value().data())))));
    }

    private void counted(
            List<ConsumerRecord<String, Event<?>>> batch,
            ToIntFunction<List<ConsumerRecord<String, Event<?>>>> handler) {
        int fresh = handler.applyAsInt(batch);
        String topic = batch.getFirst().topic();
        counters.consumed(topic, batch.size());
        counters.repeated(topic, batch.size() - (long) fresh);
    }

    private static <T> List<Placed<T>> placed(
            List<ConsumerRecord<String, Event<?>>> records, Function<ConsumerRecord<String, Event<?>>, T> read) {
        return records.stream()
                .map(record -> new Placed<>(read.apply(record), new Position(record.partition(), record.offset())))
                .toList();
    }
}
