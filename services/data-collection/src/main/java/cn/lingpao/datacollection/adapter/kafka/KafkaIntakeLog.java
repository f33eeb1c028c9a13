package cn.lingpao.datacollection.adapter.kafka;

import cn.lingpao.datacollection.application.IntakeLog;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Rejection;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventPublisher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The log in Kafka; the events of a batch are all on their way before the first is waited for. */
public final class KafkaIntakeLog implements IntakeLog {

    private static final String SOURCE = "/data-collection";

    private final EventPublisher publisher;

    public KafkaIntakeLog(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public CompletableFuture<Void> recorded(List<Observation> observations) {
        return publish(observations.stream()
                .map(each -> new Event<>(each.id().value(), SOURCE, each.recordedAt(), Wire.event(each))));
    }

    @Override
    public CompletableFuture<Void> rejected(List<Rejection> rejections) {
        return publish(
                rejections.stream().map(each -> new Event<>(each.id(), SOURCE, each.rejectedAt(), Wire.event(each))));
    }

    private CompletableFuture<Void> publish(Stream<? extends Event<?>> events) {
        return CompletableFuture.allOf(events.map(publisher::publish).toArray(CompletableFuture[]::new));
    }
}
