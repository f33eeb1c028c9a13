package cn.lingpao.inspection.run;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finished work, a line each, written before anything else is told about it; a half line of a killed run is dropped. */
final class Journal implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final FileChannel file;
    private final Map<String, Finished> finished;

    /** What was decided, and when. */
    record Finished(Finding finding, Instant at) {}

    private Journal(FileChannel file, Map<String, Finished> finished) {
        this.file = file;
        this.finished = finished;
    }

    static Journal open(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (content.hasRemaining() && file.read(content) >= 0) {
            // until everything is read
        }
        Map<String, Finished> finished = new HashMap<>();
        int whole = read(content.array(), finished);
        file.truncate(whole);
        file.position(whole);
        return new Journal(file, finished);
    }

    private static int read(byte[] content, Map<String, Finished> finished) {
        int start = 0;
        for (int index = 0; index < content.length; index++) {
            if (content[index] == '\n') {
                line(Arrays.copyOfRange(content, start, index), finished);
                start = index + 1;
            }
        }
        return start;
    }

    private static void line(byte[] bytes, Map<String, Finished> finished) {
        try {
            JsonNode line = JSON.readTree(bytes);
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
                            Instant.parse(line.path("at").asString(""))));
        } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
            // that piece of work is done once more
        }
    }

    synchronized Optional<Finished> finished(String key) {
        return Optional.ofNullable(finished.get(key));
    }

    synchronized void finish(String key, Outcome outcome) throws IOException {
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
        List<String> evidence = finding.evidence();
        evidence.forEach(line.putArray("evidence")::add);
        ByteBuffer bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        finished.put(key, new Finished(finding, outcome.at()));
    }

    @Override
    public synchronized void close() throws IOException {
        if (file.isOpen()) {
            file.force(true);
            file.close();
        }
    }
}
