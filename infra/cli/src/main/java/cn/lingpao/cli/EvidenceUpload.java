package cn.lingpao.cli;

import cn.lingpao.collectorclient.ArchiveDelivery;
import cn.lingpao.collectorclient.ArchiveReceipt;
import cn.lingpao.collectorclient.Platform;
import cn.lingpao.collectorclient.PlatformRefusal;
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

    private static final int SHOWN = 20;

    private final Platform api;
    private final String campaign;
    private final CaptureOptions about;
    private final PrintWriter err;
    private long stored;
    private long repeated;
    private long rejected;

    EvidenceUpload(Platform api, String campaign, CaptureOptions about, PrintWriter err) {
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
        } catch (PlatformRefusal refusal) {
            throw refusal.of(file);
        }
    }

    private void archive(Path file) throws IOException {
        try (Progress progress = Progress.of(file.getFileName().toString(), Files.size(file) >> 10)) {
            add(file, new ArchiveDelivery(api, path(true), bytes -> progress.stepBy(bytes >> 10)).deliver(file));
        } catch (PlatformRefusal refusal) {
            throw refusal.of(file);
        }
    }

    private void add(Path file, ArchiveReceipt receipt) {
        stored += receipt.stored();
        repeated += receipt.repeated();
        for (ArchiveReceipt.Refused record : receipt.rejected()) {
            if (++rejected <= SHOWN) {
                err.printf(
                        "%s: record %d: %s%s [%s]%n",
                        file,
                        record.record(),
                        record.url().isEmpty() ? "" : record.url() + ": ",
                        record.reason(),
                        record.code());
            }
        }
        err.flush();
    }

    private String path(boolean archive) {
        return Platform.path("campaigns", campaign, "evidence") + about.query(archive);
    }

    String summary() {
        return "%d stored, %d repeated, %d rejected".formatted(stored, repeated, rejected);
    }

    int exitCode() {
        return rejected == 0 ? 0 : 1;
    }
}
