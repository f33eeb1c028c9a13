package cn.lingpao.collectorclient;

import cn.lingpao.collectorclient.Receipt.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a collector does at the platform: it asks what is due, brings evidence and delivers observations. Every call may be
 * repeated, and is while the platform does not answer; {@link PlatformRefusal} says what it does not want.
 */
public final class CollectorClient {

    private static final int LARGEST_BATCH = 10_000;
    private static final long LARGEST_BODY = 32 << 20;
    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Platform platform;
    private final String collector;

    /** @param collector by which id the campaign assigns work to it */
    public CollectorClient(Platform platform, String collector) {
        this.platform = platform;
        this.collector = collector;
    }

    /** A collector whose id is that of its client; it waits out an outage of five minutes. */
    public static CollectorClient of(URI gateway, URI issuer, String client, String secret) {
        Credentials credentials = Credentials.of(issuer, client, secret);
        return new CollectorClient(new Platform(gateway, credentials, Patience.of(PATIENCE)), client);
    }

    /** Delivers observations, in as many batches as they need; a refused one does not hold up the others. */
    public Receipt deliver(String campaign, List<Observation> observations) {
        List<Receipt.Row> rows = new ArrayList<>();
        List<String> batch = new ArrayList<>();
        long size = 0;
        for (Observation observation : observations) {
            String line = ObservationLine.of(observation);
            if (batch.size() == LARGEST_BATCH || size + line.length() > LARGEST_BODY) {
                send(campaign, batch, observations, rows);
                batch.clear();
                size = 0;
            }
            batch.add(line);
            size += line.length();
        }
        if (!batch.isEmpty()) {
            send(campaign, batch, observations, rows);
        }
        return new Receipt(rows);
    }

    private void send(String campaign, List<String> batch, List<Observation> all, List<Receipt.Row> rows) {
        JsonNode answers = platform.postRows(Platform.path("campaigns", campaign, "observations"), batch)
                .body()
                .path("rows");
        if (answers.size() != batch.size()) {
            throw new PlatformFailure(
                    batch.size() + " rows were sent and " + answers.size() + " answered; is it the gateway?");
        }
        for (JsonNode answer : answers) {
            rows.add(new Receipt.Row(
                    all.get(rows.size()),
                    Outcome.valueOf(answer.path("outcome").asString("").toUpperCase(Locale.ROOT)),
                    text(answer, "observationId"),
                    text(answer, "field"),
                    text(answer, "code"),
                    text(answer, "reason")));
        }
    }

    /** Brings captured bytes; the platform compares their hash. */
    public EvidenceReceipt bring(String campaign, byte[] bytes, Capture about) {
        String path = Platform.path("campaigns", campaign, "evidence", sha256(bytes)) + about.query();
        JsonNode receipt = platform.put(path, "application/octet-stream", BodyPublishers.ofByteArray(bytes))
                .body();
        return new EvidenceReceipt(
                receipt.path("sha256").asString(""),
                receipt.path("type").asString(""),
                receipt.path("outcome").asString("").equals("stored"));
    }

    /**
     * Brings a web archive, WARC, plain or gzip; its responses become evidence by the hash of their payload.
     *
     * @throws IOException when the file cannot be read
     */
    public ArchiveReceipt bringArchive(String campaign, Path file) throws IOException {
        String path = Platform.path("campaigns", campaign, "evidence");
        return new ArchiveDelivery(platform, path, bytes -> {}).deliver(file);
    }

    /** What the campaign assigns to this collector and nothing was found for yet, in the order of the plan. */
    public List<DueCell> due(String campaign) {
        List<DueCell> due = new ArrayList<>(cells(campaign, "not-collected"));
        due.addAll(cells(campaign, "undetermined"));
        return due;
    }

    private List<DueCell> cells(String campaign, String state) {
        List<DueCell> cells = new ArrayList<>();
        long total = 1;
        for (int page = 0; (long) page * PAGE < total; page++) {
            JsonNode found = platform.get(Platform.path("campaigns", campaign, "plan")
                    + "?state=%s&size=%d&page=%d".formatted(state, PAGE, page));
            total = found.path("total").asLong(0);
            for (JsonNode cell : found.path("items")) {
                if (cell.path("dueBy").path("collector").asString("").equals(collector)) {
                    cells.add(cell(cell));
                }
            }
        }
        return cells;
    }

    private static DueCell cell(JsonNode cell) {
        String until = text(cell, "until");
        return new DueCell(
                cell.path("target").asString(""),
                cell.path("checkPoint").asString(""),
                text(cell, "channel"),
                until == null ? null : LocalDate.parse(until),
                cell.path("state").asString(""),
                text(cell, "cause"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).asString() : null;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
