package cn.lingpao.cli;

import cn.lingpao.cli.evidence.ArchiveParts;
import cn.lingpao.cli.evidence.ArchiveParts.Part;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Brings files to a campaign, archives in parts, and adds up what became of them. */
final class EvidenceUpload {

    private static final long LARGEST_PART = 8 << 20;
    private static final int SHOWN = 20;

    private final Api api;
    private final String campaign;
    private final CaptureOptions about;
    private final PrintWriter err;
    private long stored;
    private long repeated;
    private long rejected;

    EvidenceUpload(Api api, String campaign, CaptureOptions about, PrintWriter err) {
        this.api = api;
        this.campaign = campaign;
        this.about = about;
        this.err = err;
    }

    static boolean isArchive(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".warc") || name.endsWith(".warc.gz");
    }

    /** The archives of a folder, or the file itself. */
    static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> inside = Files.walk(place)) {
            List<Path> archives = inside.filter(Files::isRegularFile)
                    .filter(EvidenceUpload::isArchive)
                    .sorted()
                    .toList();
            if (archives.isEmpty()) {
                throw new CommandFailure("the folder " + place + " holds no .warc or .warc.gz");
            }
            return archives;
        }
    }

    void send(Path place) throws IOException {
        for (Path file : files(place)) {
            if (!Files.isRegularFile(file)) {
                throw new CommandFailure("there is no file " + file);
            }
            if (isArchive(file)) {
                archive(file);
            } else {
                piece(file);
            }
        }
    }

    private void piece(Path file) throws FileNotFoundException {
        try {
            JsonNode receipt = api.post(path(false), "application/octet-stream", BodyPublishers.ofFile(file))
                    .body();
            boolean fresh = receipt.path("outcome").asString("").equals("stored");
            stored += fresh ? 1 : 0;
            repeated += fresh ? 0 : 1;
        } catch (ApiRefusal refusal) {
            throw refusal.of(file);
        }
    }

    private void archive(Path file) throws IOException {
        ArchiveParts parts = ArchiveParts.of(file, LARGEST_PART);
        try (Progress progress = Progress.of(file.getFileName().toString(), Files.size(file) >> 10)) {
            for (Part part : parts.parts()) {
                try {
                    JsonNode report = api.post(
                                    path(true), "application/warc", BodyPublishers.ofByteArray(parts.bytes(part)))
                            .body();
                    add(file, part, report);
                } catch (ApiRefusal refusal) {
                    throw refusal.of(file);
                }
                progress.stepBy(part.to() - part.from() >> 10);
            }
        }
    }

    private void add(Path file, Part part, JsonNode report) {
        stored += report.path("stored").asLong(0);
        repeated += report.path("repeated").asLong(0);
        for (JsonNode record : report.path("records")) {
            if (record.path("outcome").asString("").equals("rejected") && ++rejected <= SHOWN) {
                err.printf(
                        "%s: record %d: %s%s [%s]%n",
                        file,
                        part.before() - part.repeated() + record.path("record").asInt(0),
                        record.path("url").isString() ? record.path("url").asString("") + ": " : "",
                        record.path("reason").asString(""),
                        record.path("code").asString(""));
            }
        }
        err.flush();
    }

    private String path(boolean archive) {
        return Api.path("campaigns", campaign, "evidence") + about.query(archive);
    }

    String summary() {
        return "%d stored, %d repeated, %d rejected".formatted(stored, repeated, rejected);
    }

    int exitCode() {
        return rejected == 0 ? 0 : 1;
    }
}
