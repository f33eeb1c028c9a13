package cn.lingpao.cli.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * What became of a dead letter. It is a record in the letter's own topic, behind the letter: one log holds the letters
 * and their end, and expires both together.
 *
 * @param offset the letter
 * @param outcome what was done
 * @param reason why; empty for a replay
 * @param by the operator's login
 * @param at when
 */
public record Settlement(long offset, Outcome outcome, String reason, String by, Instant at) {

    private static final String OFFSET = "lingpao_dlt-settles";
    private static final String OUTCOME = "lingpao_dlt-outcome";
    private static final String REASON = "lingpao_dlt-reason";
    private static final String BY = "lingpao_dlt-by";

    /** What can be done with a letter. */
    public enum Outcome {
        REPLAYED,
        DISCARDED;

        public String word() {
            return this == REPLAYED ? "replayed" : "discarded";
        }
    }

    static Optional<Settlement> of(ConsumerRecord<byte[], byte[]> message) {
        return header(message.headers(), OFFSET)
                .map(offset -> new Settlement(
                        Long.parseLong(offset),
                        Outcome.valueOf(header(message.headers(), OUTCOME).orElse("REPLAYED")),
                        header(message.headers(), REASON).orElse(""),
                        header(message.headers(), BY).orElse(""),
                        Instant.ofEpochMilli(message.timestamp())));
    }

    ProducerRecord<byte[], byte[]> in(String topic, int partition) {
        List<Header> headers = List.of(
                header(OFFSET, String.valueOf(offset)),
                header(OUTCOME, outcome.name()),
                header(REASON, reason),
                header(BY, by));
        return new ProducerRecord<>(
                topic, partition, at.toEpochMilli(), bytes("settles " + offset), bytes(outcome.word()), headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, bytes(value));
    }

    private static Optional<String> header(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
