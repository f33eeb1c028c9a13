package cn.lingpao.datacollection.adapter.kafka;

import cn.lingpao.datacollection.application.IntakeLog;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Rejection;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventPublisher;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The log in Kafka; the events of a batch are sent together. */
public final class KafkaIntakeLog implements IntakeLog {

    private static final String SOURCE = "/data-collection";

    private final EventPublisher publisher;

    public KafkaIntakeLog(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public CompletableFuture<Void> recorded(List<Observation> observations) {
        return publisher.publish(observations.stream()
                .map(each -> new Event<>(each.id().value(), SOURCE, each.recordedAt(), Wire.event(each)))
                .toList());
    }

    @Override
    public CompletableFuture<Void> rejected(List<Rejection> rejections) {
        return publisher.publish(rejections.stream()
                .map(each -> new Event<>(each.id(), SOURCE, each.rejectedAt(), Wire.event(each)))
                .toList());
    }
}
