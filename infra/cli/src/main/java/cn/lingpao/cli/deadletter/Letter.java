package cn.lingpao.cli.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A message that its consumer could not process, with the cause that Spring Kafka wrote into its headers. */
public final class Letter {

    private static final String ADDED = "kafka_dlt-";
    private static final String DESERIALIZER = "springDeserializerException";

    private final ConsumerRecord<byte[], byte[]> message;

    Letter(ConsumerRecord<byte[], byte[]> message) {
        this.message = message;
    }

    public String topic() {
        return message.topic();
    }

    public long offset() {
        return message.offset();
    }

    /** When it was given up. */
    public Instant time() {
        return Instant.ofEpochMilli(message.timestamp());
    }

    public String key() {
        return message.key() == null ? "-" : text(message.key());
    }

    public String body() {
        return message.value() == null ? "" : text(message.value());
    }

    /** Why it was given up. */
    public String cause() {
        return header("exception-message")
                .or(() -> header("exception-cause-fqcn"))
                .or(() -> header("exception-fqcn"))
                .map(Letter::text)
                .orElse("unknown cause");
    }

    /** The consumer that gave it up. */
    public Optional<String> group() {
        return header("original-consumer-group").map(Letter::text);
    }

    /** Empty when somebody else than a consumer of the platform wrote it. */
    public Optional<Origin> origin() {
        return header("original-topic")
                .flatMap(topic -> header("original-partition").flatMap(partition -> header("original-offset")
                        .map(offset -> new Origin(
                                text(topic),
                                ByteBuffer.wrap(partition).getInt(),
                                ByteBuffer.wrap(offset).getLong()))));
    }

    /** The headers that its writer gave it, {@code name: value}. */
    public List<String> headers() {
        return writersHeaders().stream()
                .map(header -> header.key() + ": " + (header.value() == null ? "" : text(header.value())))
                .toList();
    }

    byte @Nullable [] rawKey() {
        return message.key();
    }

    /** The message as it first was: same partition, key, value and headers. */
    ProducerRecord<byte[], byte[]> original(Origin origin) {
        return new ProducerRecord<>(
                origin.topic(), origin.partition(), message.key(), message.value(), writersHeaders());
    }

    private List<Header> writersHeaders() {
        List<Header> kept = new ArrayList<>();
        for (Header header : message.headers()) {
            if (!header.key().startsWith(ADDED) && !header.key().startsWith(DESERIALIZER)) {
                kept.add(header);
            }
        }
        return kept;
    }

    private Optional<byte[]> header(String name) {
        return StreamSupport.stream(message.headers().headers(ADDED + name).spliterator(), false)
                .map(Header::value)
                .filter(value -> value != null)
                .reduce((first, last) -> last);
    }

    /** Letters come from anywhere: control characters do not reach the terminal. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\uFFFD");
    }
}
