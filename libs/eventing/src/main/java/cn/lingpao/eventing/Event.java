package cn.lingpao.eventing;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.EventType;
import java.time.Instant;

/**
 * A domain event in its CloudEvents 1.0 envelope.
 *
 * @param id unique within {@code source}; the same fact always has the same id
 * @param source the service that tells it, for example {@code /target-registry}
 */
public record Event<T extends DomainEvent>(String id, String source, Instant time, T data) {

    public EventType type() {
        return EventType.of(data);
    }

    public String topic() {
        return type().topic().topicName();
    }

    public String key() {
        return data.key();
    }
}
