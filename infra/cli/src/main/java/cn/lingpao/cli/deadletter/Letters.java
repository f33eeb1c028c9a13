package cn.lingpao.cli.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A dead-letter topic as it is now: its letters, and what became of those that are settled. */
public final class Letters {

    private final String topic;
    private final Map<Long, Letter> letters = new TreeMap<>();
    private final Map<Long, Settlement> settlements = new TreeMap<>();

    private Letters(String topic) {
        this.topic = topic;
    }

    static Letters of(String topic, Iterable<ConsumerRecord<byte[], byte[]>> messages) {
        Letters read = new Letters(topic);
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            Settlement.of(message)
                    .ifPresentOrElse(
                            settled -> read.settlements.put(settled.offset(), settled),
                            () -> read.letters.put(message.offset(), new Letter(message)));
        }
        return read;
    }

    public String topic() {
        return topic;
    }

    /** All letters, settled or not, in the order they came. */
    public List<Letter> all() {
        return List.copyOf(letters.values());
    }

    /** The letters that wait for somebody. */
    public List<Letter> open() {
        return letters.values().stream()
                .filter(letter -> !settlements.containsKey(letter.offset()))
                .toList();
    }

    public Letter letter(long offset) {
        return Optional.ofNullable(letters.get(offset))
                .orElseThrow(() -> new DeadLetterFailure("there is no letter " + offset + " in " + topic));
    }

    /** What became of a letter; empty while it is open. */
    public Optional<Settlement> settlement(Letter letter) {
        return Optional.ofNullable(settlements.get(letter.offset()));
    }

    /** The named letters in the order of the log, all of them open, or a failure. */
    public List<Letter> open(List<Long> offsets) {
        List<Letter> named = new ArrayList<>();
        for (long offset : offsets.stream().distinct().sorted().toList()) {
            Letter letter = letter(offset);
            settlement(letter).ifPresent(settled -> {
                throw new DeadLetterFailure("letter " + offset + " of " + topic + " was "
                        + settled.outcome().word() + " before; nothing was done");
            });
            named.add(letter);
        }
        return named;
    }
}
