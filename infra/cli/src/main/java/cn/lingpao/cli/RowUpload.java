package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import cn.lingpao.collectorclient.PlatformRefusal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;

/** Sends the lines of an NDJSON file in batches and adds up what became of them. */
final class RowUpload {

    private static final String[] OUTCOMES = {"accepted", "repeated", "rejected"};

    private final Platform api;
    private final String path;
    private final int batch;
    private final Map<String, Integer> outcomes = new HashMap<>();

    /** @param batch how many lines a request carries */
    RowUpload(Platform api, String path, int batch) {
        if (batch < 1) {
            throw new CommandFailure("--batch must be at least 1");
        }
        this.api = api;
        this.path = path;
        this.batch = batch;
    }

    /** Sends the file and prints what became of its rows; 0 when every row was taken, now or before, else 1. */
    int send(Path file, String task, CommandSpec spec) {
        RowReport report = new RowReport(file, spec.commandLine().getErr());
        deliver(file, task, report);
        int exitCode = report.exitCode();
        PrintWriter out = spec.commandLine().getOut();
        out.println(task + ": " + summary());
        return exitCode;
    }

    private void deliver(Path file, String task, RowReport report) {
        List<String> lines = InputFile.lines(file);
        try (Progress progress = Progress.of(task, lines.size())) {
            for (int from = 0; from < lines.size(); from += batch) {
                List<String> part = lines.subList(from, Math.min(from + batch, lines.size()));
                JsonNode rows = post(file, from, part).path("rows");
                rows.forEach(row -> outcomes.merge(row.path("outcome").asString(""), 1, Integer::sum));
                report.addRejected(rows, from);
                progress.stepBy(part.size());
            }
        }
    }

    private JsonNode post(Path file, int before, List<String> lines) {
        try {
            return api.postRows(path, lines).body();
        } catch (PlatformRefusal refusal) {
            throw refusal.of(file, before);
        }
    }

    private String summary() {
        StringBuilder summary = new StringBuilder();
        for (String outcome : OUTCOMES) {
            summary.append(summary.isEmpty() ? "" : ", ")
                    .append(outcomes.getOrDefault(outcome, 0))
                    .append(' ')
                    .append(outcome);
        }
        return summary.toString();
    }
}
