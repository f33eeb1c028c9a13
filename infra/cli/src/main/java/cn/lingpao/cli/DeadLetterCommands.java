package cn.lingpao.cli;

import cn.lingpao.cli.deadletter.DeadLetters;
import cn.lingpao.cli.deadletter.Letter;
import cn.lingpao.cli.deadletter.Letters;
import cn.lingpao.cli.deadletter.Origin;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingpao dlt …}. */
@Command(name = "dlt", description = "Dead letters 死信: what a service could not process, and the way back.")
final class DeadLetterCommands {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int CAUSE_SHOWN = 200;

    @Spec
    CommandSpec spec;

    /** Which letters of which topic. */
    static final class Which {

        @Spec(Spec.Target.MIXEE)
        @Nullable
        CommandSpec command;

        @Parameters(index = "0", paramLabel = "TOPIC", description = "a dead-letter topic")
        String topic = "";

        @Parameters(
                index = "1..*",
                paramLabel = "OFFSET",
                arity = "0..*",
                description = "the letters, as 'dlt list TOPIC' shows them")
        List<Long> offsets = List.of();

        @Option(names = "--all", description = "every letter that is open")
        boolean all;

        void require() {
            if (all != offsets.isEmpty()) {
                throw new ParameterException(
                        Objects.requireNonNull(command).commandLine(), "Name the letters, or --all of them");
            }
        }

        List<Letter> in(DeadLetters dead) {
            Letters letters = dead.in(topic);
            return all ? letters.open() : letters.open(offsets);
        }
    }

    @Command(description = "The topics with open letters, or the open letters of one topic.")
    int list(
            @Parameters(paramLabel = "TOPIC", arity = "0..1", description = "a dead-letter topic") @Nullable
                    String topic,
            @Option(names = "--all", description = "with TOPIC: settled letters too, and what became of them")
                    boolean settledToo,
            @Mixin Broker broker) {
        try (DeadLetters dead = broker.deadLetters()) {
            if (topic == null) {
                printTopics(dead.all());
            } else {
                printLetters(dead.in(topic), settledToo);
            }
            return 0;
        }
    }

    @Command(description = "A letter in full: where it came from, why it failed, its headers and body.")
    int show(
            @Parameters(paramLabel = "TOPIC") String topic,
            @Parameters(paramLabel = "OFFSET") long offset,
            @Mixin Broker broker) {
        try (DeadLetters dead = broker.deadLetters()) {
            Letters letters = dead.in(topic);
            print(letters, letters.letter(offset));
            return 0;
        }
    }

    @Command(description = "Send letters once more to where they came from, after the cause was mended.")
    int replay(@Mixin Which which, @Mixin Broker broker) {
        which.require();
        try (DeadLetters dead = broker.deadLetters()) {
            List<Letter> letters = which.in(dead);
            for (Letter letter : letters) {
                Origin origin = dead.replay(letter);
                out().printf("replayed %d to %s-%d%n", letter.offset(), origin.topic(), origin.partition());
            }
            return sum(letters, "replayed");
        }
    }

    @Command(description = "Give letters up; they stay in the log with the reason.")
    int discard(
            @Mixin Which which,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why it is not needed")
                    String reason,
            @Mixin Broker broker) {
        which.require();
        if (reason.isBlank()) {
            throw new CommandFailure("--reason must say why");
        }
        try (DeadLetters dead = broker.deadLetters()) {
            List<Letter> letters = which.in(dead);
            letters.forEach(letter -> dead.discard(letter, reason));
            return sum(letters, "discarded");
        }
    }

    private void printTopics(List<Letters> topics) {
        List<Letters> open =
                topics.stream().filter(letters -> !letters.open().isEmpty()).toList();
        if (open.isEmpty()) {
            out().println("no dead letters");
        }
        open.forEach(letters -> out().printf(
                        "%s  %d open, %d settled%n",
                        letters.topic(),
                        letters.open().size(),
                        letters.all().size() - letters.open().size()));
    }

    private void printLetters(Letters letters, boolean settledToo) {
        List<Letter> shown = settledToo ? letters.all() : letters.open();
        if (shown.isEmpty()) {
            out().println("no dead letters in " + letters.topic());
        }
        for (Letter letter : shown) {
            out().printf(
                            "%d  %s  %s  %s  %s%s%n",
                            letter.offset(),
                            time(letter.time()),
                            line(letter.key()),
                            origin(letter),
                            line(letter.cause()),
                            end(letters, letter));
        }
    }

    private void print(Letters letters, Letter letter) {
        out().println("letter   " + letter.topic() + "@" + letter.offset() + end(letters, letter));
        out().println("time     " + time(letter.time()));
        out().println("key      " + line(letter.key()));
        out().println("origin   " + origin(letter));
        letter.group().ifPresent(group -> out().println("consumer " + group));
        out().println("cause    " + letter.cause());
        letter.headers().forEach(header -> out().println("header   " + header));
        out().println();
        out().println(letter.body());
    }

    private static String end(Letters letters, Letter letter) {
        return letters.settlement(letter)
                .map(settled -> "  [%s %s by %s%s]"
                        .formatted(
                                settled.outcome().word(),
                                time(settled.at()),
                                settled.by(),
                                settled.reason().isEmpty() ? "" : ": " + settled.reason()))
                .orElse("");
    }

    private static String origin(Letter letter) {
        return letter.origin().map(Origin::toString).orElse("origin unknown");
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String line(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > CAUSE_SHOWN ? line.substring(0, CAUSE_SHOWN) + "…" : line;
    }

    private int sum(List<Letter> letters, String done) {
        out().printf("%d %s %s%n", letters.size(), letters.size() == 1 ? "letter" : "letters", done);
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
