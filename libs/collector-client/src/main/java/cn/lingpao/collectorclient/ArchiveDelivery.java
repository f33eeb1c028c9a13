package cn.lingpao.collectorclient;

import cn.lingpao.collectorclient.ArchiveParts.Part;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;

/** Brings a web archive in parts of a size that a request may have, and adds up what became of its records. */
public final class ArchiveDelivery {

    private static final long LARGEST_PART = 8 << 20;

    private final Platform platform;
    private final String path;
    private final LongConsumer progress;

    /**
     * @param path where evidence goes, with the query that tells its circumstances
     * @param progress takes the bytes of the file that each part had
     */
    public ArchiveDelivery(Platform platform, String path, LongConsumer progress) {
        this.platform = platform;
        this.path = path;
        this.progress = progress;
    }

    /** @throws IOException when the file cannot be read */
    public ArchiveReceipt deliver(Path file) throws IOException {
        long stored = 0;
        long repeated = 0;
        List<ArchiveReceipt.Refused> rejected = new ArrayList<>();
        ArchiveParts parts = ArchiveParts.of(file, LARGEST_PART);
        for (Part part : parts.parts()) {
            JsonNode report = platform.post(path, "application/warc", BodyPublishers.ofByteArray(parts.bytes(part)))
                    .body();
            stored += report.path("stored").asLong(0);
            repeated += report.path("repeated").asLong(0);
            for (JsonNode record : report.path("records")) {
                if (record.path("outcome").asString("").equals("rejected")) {
                    rejected.add(refused(part, record));
                }
            }
            progress.accept(part.to() - part.from());
        }
        return new ArchiveReceipt(stored, repeated, rejected);
    }

    private static ArchiveReceipt.Refused refused(Part part, JsonNode record) {
        return new ArchiveReceipt.Refused(
                part.before() - part.repeated() + record.path("record").asInt(0),
                record.path("url").asString(""),
                record.path("code").asString(""),
                record.path("reason").asString(""));
    }
}
