package cn.lingpao.cli.deadletter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The dead letters of every consumer, and the two ways to settle one. */
public final class DeadLetters implements AutoCloseable {

    private static final String SUFFIX = ".dlt";
    private static final int PARTITION = 0;

    private final Kafka kafka;
    private final Clock clock;
    private final String operator;

    /**
     * @param settings settings of Kafka's clients, at least {@code bootstrap.servers}
     * @param operator who settles letters
     */
    public DeadLetters(Map<String, Object> settings, Clock clock, String operator) {
        this.kafka = new Kafka(settings);
        this.clock = clock;
        this.operator = operator;
    }

    /** Every dead-letter topic. */
    public List<Letters> all() {
        return kafka.topics().stream()
                .filter(topic -> topic.endsWith(SUFFIX))
                .map(this::read)
                .toList();
    }

    public Letters in(String topic) {
        if (!topic.endsWith(SUFFIX) || !kafka.topics().contains(topic)) {
            throw new DeadLetterFailure("there is no dead-letter topic " + topic + "; see 'lingpao dlt list'");
        }
        return read(topic);
    }

    /**
     * Sends a letter once more to where it came from, then marks it. A crash between the two sends it twice, which
     * changes nothing: every consumer knows a repeated event.
     */
    public Origin replay(Letter letter) {
        Origin origin = origin(letter);
        requireNewest(letter, origin);
        kafka.write(letter.original(origin));
        settle(letter, Settlement.Outcome.REPLAYED, "");
        return origin;
    }

    public void discard(Letter letter, String reason) {
        settle(letter, Settlement.Outcome.DISCARDED, reason);
    }

    @Override
    public void close() {
        kafka.close();
    }

    private Letters read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        kafka.read(new TopicPartition(topic, PARTITION), 0, messages::add);
        return Letters.of(topic, messages);
    }

    private Origin origin(Letter letter) {
        Origin origin = letter.origin()
                .orElseThrow(() -> new DeadLetterFailure("letter " + letter.offset() + " of " + letter.topic()
                        + " does not say where it came from; it can only be discarded"));
        if (!kafka.topics().contains(origin.topic())) {
            throw new DeadLetterFailure(
                    "letter " + letter.offset() + " came from " + origin + ", and there is no such topic any more");
        }
        return origin;
    }

    /** In a compacted topic the last record of a key is the truth: an older one must not be put behind it. */
    private void requireNewest(Letter letter, Origin origin) {
        if (letter.rawKey() == null || !kafka.isCompacted(origin.topic())) {
            return;
        }
        AtomicLong newer = new AtomicLong(-1);
        kafka.read(new TopicPartition(origin.topic(), origin.partition()), origin.offset() + 1, message -> {
            if (Arrays.equals(message.key(), letter.rawKey())) {
                newer.set(message.offset());
            }
        });
        if (newer.get() >= 0) {
            throw new DeadLetterFailure("letter " + letter.offset() + " is out of date: " + origin.topic()
                    + " holds a newer record of " + letter.key() + " at offset " + newer + "; discard it");
        }
    }

    private void settle(Letter letter, Settlement.Outcome outcome, String reason) {
        kafka.write(new Settlement(letter.offset(), outcome, reason, operator, clock.instant())
                .in(letter.topic(), PARTITION));
    }
}
