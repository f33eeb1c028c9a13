package cn.lingpao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Sends the lines of an NDJSON file in batches and adds up what became of them. */
final class RowUpload {

    private final Api api;
    private final Path file;
    private final int batch;
    private final PrintWriter err;
    private final Map<String, Long> outcomes = new TreeMap<>();

    /** @param batch how many lines a request carries */
    RowUpload(Api api, Path file, int batch, PrintWriter err) {
        this.api = api;
        this.file = file;
        this.batch = batch;
        this.err = err;
    }

    /** @return whether every row was taken, now or before */
    boolean send(String path, String task) {
        List<String> lines = InputFile.lines(file);
        RowReport report = new RowReport(file, err);
        try (Progress progress = Progress.of(task, lines.size())) {
            for (int from = 0; from < lines.size(); from += batch) {
                List<String> part = lines.subList(from, Math.min(from + batch, lines.size()));
                JsonNode answer = api.post(path, "application/x-ndjson", String.join("\n", part) + "\n")
                        .body();
                count(answer.path("rows"));
                report.addRejected(answer.path("rows"), from);
                progress.stepBy(part.size());
            }
        } catch (ApiRefusal refusal) {
            throw refusal.of(file);
        }
        return report.isClean();
    }

    private void count(JsonNode rows) {
        for (JsonNode row : rows) {
            outcomes.merge(row.path("outcome").asString(), 1L, Long::sum);
        }
    }

    /** For example {@code 14274 accepted, 0 rejected, 0 repeated}. */
    String summary() {
        return "%d accepted, %d repeated, %d rejected"
                .formatted(
                        outcomes.getOrDefault("accepted", 0L),
                        outcomes.getOrDefault("repeated", 0L),
                        outcomes.getOrDefault("rejected", 0L));
    }
}
