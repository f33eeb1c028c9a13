package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventSerializer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way out with its data as it was written to be compared, which is not done twice.
 *
 * @param json not copied
 */
@SuppressWarnings("ArrayRecordComponent")
record Telling(Event<?> event, byte[] json) {

    /** Writes the event around the data that is there. */
    static final class Writer implements Serializer<Telling> {

        private final EventSerializer events = new EventSerializer();

        @Override
        public byte @Nullable [] serialize(String topic, Telling telling) {
            throw new UnsupportedOperationException("an event needs the record's headers");
        }

        @Override
        public byte @Nullable [] serialize(String topic, Headers headers, Telling telling) {
            return events.serialize(topic, headers, telling.event(), telling.json());
        }
    }
}
