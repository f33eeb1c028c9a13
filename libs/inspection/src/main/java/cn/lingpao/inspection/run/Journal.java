package cn.lingpao.inspection.run;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.Verdict;
import cn.lingpao.inspection.archive.Appending;
import cn.lingpao.inspection.check.ProbeLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finished work, a line each, written before anything else is told about it; a half line of a killed run is dropped. */
final class Journal implements AutoCloseable, ProbeLog {

    private static final JsonMapper JSON = new JsonMapper();

    private final FileChannel file;
    private final Map<String, Finished> finished;
    private final Map<String, Set<Probe>> probes;

    /** Causes that say that the means were too few. */
    static final Set<Cause> MEANS = EnumSet.of(Cause.INTERNAL_ADDRESS, Cause.NEEDS_BROWSER);

    /**
     * What was decided, and when.
     *
     * @param means with what, where that matters
     */
    record Finished(Finding finding, Instant at, String means) {}

    private Journal(FileChannel file, Map<String, Finished> finished, Map<String, Set<Probe>> probes) {
        this.file = file;
        this.finished = finished;
        this.probes = probes;
    }

    /** @param series probes of earlier runs; null when there are none */
    static Journal open(Path path, @Nullable Path series) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (content.hasRemaining() && file.read(content) >= 0) {
            // until everything is read
        }
        Map<String, Finished> finished = new HashMap<>();
        Map<String, Set<Probe>> probes = new HashMap<>();
        if (series != null && Files.exists(series)) {
            read(Files.readAllBytes(series), new HashMap<>(), probes);
        }
        int whole = read(content.array(), finished, probes);
        file.truncate(whole);
        file.position(whole);
        return new Journal(file, finished, probes);
    }

    private static int read(byte[] content, Map<String, Finished> finished, Map<String, Set<Probe>> probes) {
        int start = 0;
        for (int index = 0; index < content.length; index++) {
            if (content[index] == '\n') {
                line(Arrays.copyOfRange(content, start, index), finished, probes);
                start = index + 1;
            }
        }
        return start;
    }

    private static void line(byte[] bytes, Map<String, Finished> finished, Map<String, Set<Probe>> probes) {
        try {
            JsonNode line = JSON.readTree(bytes);
            if (line.has("probe")) {
                probes.computeIfAbsent(line.path("probe").asString(""), unseen -> new LinkedHashSet<>())
                        .add(probe(line));
                return;
            }
            String cause = line.path("cause").asString("");
            finished.put(
                    line.path("key").asString(""),
                    new Finished(
                            new Finding(
                                    Verdict.valueOf(line.path("verdict").asString("")),
                                    cause.isEmpty() ? null : Cause.valueOf(cause),
                                    line.path("reading").asString(""),
                                    StreamSupport.stream(line.path("evidence").spliterator(), false)
                                            .map(node -> node.asString(""))
                                            .toList()),
                            Instant.parse(line.path("at").asString("")),
                            line.path("means").asString("")));
        } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
            // that piece of work is done once more
        }
    }

    private static Probe probe(JsonNode line) {
        String cause = line.path("cause").asString("");
        return new Probe(
                Instant.parse(line.path("at").asString("")),
                Duration.ofMillis(line.path("milliseconds").asLong(0)),
                cause.isEmpty() ? null : Cause.valueOf(cause),
                URI.create(line.path("asked").asString("")),
                line.path("evidence").asString(""));
    }

    /** The lines of a journal that tell of probes. */
    static List<String> probeLines(Path path) throws IOException {
        String content = Files.readString(path);
        return content.substring(0, content.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith("{\"probe\":"))
                .toList();
    }

    @Override
    public synchronized List<Probe> of(Subject subject) {
        return List.copyOf(probes.getOrDefault(channel(subject), Set.of()));
    }

    @Override
    public synchronized void keep(Subject subject, Probe probe) {
        ObjectNode line = JSON.createObjectNode()
                .put("probe", channel(subject))
                .put("at", probe.at().toString())
                .put("milliseconds", probe.took().toMillis())
                .put("asked", probe.asked().toString())
                .put("evidence", probe.evidence());
        Cause cause = probe.cause();
        if (cause != null) {
            line.put("cause", cause.name());
        }
        try {
            write(line);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        probes.computeIfAbsent(channel(subject), unseen -> new LinkedHashSet<>())
                .add(probe);
    }

    private static String channel(Subject subject) {
        return subject.targetId() + "\n" + subject.channelId() + "\n" + subject.url();
    }

    private void write(ObjectNode line) throws IOException {
        Appending.whole(file, ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Does not count work and probes whose evidence is gone. */
    synchronized void forgetUnless(Predicate<String> held) {
        finished.values().removeIf(each -> each.finding().evidence().stream()
                .anyMatch(digest -> !digest.isBlank() && !held.test(digest)));
        probes.values()
                .forEach(each -> each.removeIf(probe -> !probe.evidence().isBlank() && !held.test(probe.evidence())));
    }

    synchronized Optional<Finished> finished(String key) {
        return Optional.ofNullable(finished.get(key));
    }

    /** @param means with what it was decided; kept where it matters */
    synchronized void finish(String key, Outcome outcome, String means) throws IOException {
        Finding finding = outcome.finding();
        ObjectNode line = JSON.createObjectNode()
                .put("key", key)
                .put("target", outcome.target())
                .put("channel", outcome.channel())
                .put("check", outcome.check())
                .put("at", outcome.at().toString())
                .put("verdict", finding.verdict().name())
                .put("reading", finding.reading());
        Cause cause = finding.cause();
        if (cause != null) {
            line.put("cause", cause.name());
        }
        if (cause != null && MEANS.contains(cause)) {
            line.put("means", means);
        }
        List<String> evidence = finding.evidence();
        evidence.forEach(line.putArray("evidence")::add);
        write(line);
        finished.put(key, new Finished(finding, outcome.at(), means));
    }

    @Override
    public synchronized void close() throws IOException {
        if (file.isOpen()) {
            file.force(true);
            file.close();
        }
    }
}
