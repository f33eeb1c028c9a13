package cn.lingpao.datacollection.adapter.warc;

import cn.lingpao.datacollection.adapter.warc.Blocks.Answer;
import cn.lingpao.datacollection.application.evidence.ArchivedRecord;
import cn.lingpao.datacollection.application.evidence.ArchivedRecord.Described;
import cn.lingpao.datacollection.application.evidence.ArchivedRecord.Earlier;
import cn.lingpao.datacollection.application.evidence.ArchivedRecord.Facts;
import cn.lingpao.datacollection.application.evidence.Archives.Taker;
import cn.lingpao.datacollection.application.evidence.Spool;
import cn.lingpao.datacollection.domain.evidence.Exchange;
import cn.lingpao.datacollection.domain.evidence.Kind;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.Warcinfo;

/**
 * One reading of a WARC file. A request may stand before its response or behind it, and our own description stands behind
 * both, so a capture is held until a record comes that does not belong to it.
 */
final class WarcReading {

    private static final int REQUESTS = 32;

    /** Records that one file may have: each is answered, also those of which a short file unfolds to very many. */
    private static final int MOST_RECORDS = 100_000;

    private static final int LONGEST_HEAD = 1 << 18;

    private final long most;
    private final Taker taker;
    private final Map<URI, String> requests = new LinkedHashMap<>();
    private final Map<String, Sha256> seen = new HashMap<>();
    private @Nullable String software;
    private @Nullable Held held;
    private int number;
    private long unfolded;

    WarcReading(long most, Taker taker) {
        this.most = most;
        this.taker = taker;
    }

    /** Why nothing more is read of the file, or null. */
    @Nullable
    String limit(long mostUnfolded) {
        if (number > MOST_RECORDS) {
            return "the file has more than " + MOST_RECORDS + " records; send it in parts";
        }
        return unfolded > mostUnfolded
                ? "the file unfolds to more than " + mostUnfolded + " bytes; send it in parts"
                : null;
    }

    void take(WarcRecord record) throws IOException {
        number++;
        try {
            switch (record) {
                case Warcinfo info -> info(info);
                case WarcRequest request -> request(request);
                case WarcRevisit revisit -> revisit(revisit);
                case WarcResponse response -> found(response);
                case WarcTargetRecord other -> other(other);
                default -> pass(record);
            }
        } catch (Blocks.Mismatch mismatch) {
            release();
            taker.take(broken(record, "hash-mismatch", mismatch.getMessage()));
        } catch (Spool.TooLarge tooLarge) {
            unfolded += most;
            release();
            taker.take(broken(record, "too-large", tooLarge.getMessage()));
        } catch (IllegalArgumentException | DateTimeException | NoSuchElementException unreadable) {
            release();
            taker.take(new ArchivedRecord.Broken(
                    number,
                    record.headers().first("WARC-Type").orElse("unknown"),
                    null,
                    "broken-record",
                    "a field of the record cannot be read: " + unreadable.getMessage()));
        }
    }

    private ArchivedRecord.Broken broken(WarcRecord record, String code, @Nullable String reason) {
        String url = record instanceof WarcTargetRecord targeted ? targeted.target() : null;
        return new ArchivedRecord.Broken(number, record.type(), url, code, String.valueOf(reason));
    }

    private void info(Warcinfo info) throws IOException {
        pass(info);
        if (info.body().size() <= LONGEST_HEAD) {
            software = info.fields().first("software").map(String::strip).orElse(null);
        }
    }

    private void other(WarcTargetRecord record) throws IOException {
        if (Set.of("resource", "conversion", "metadata").contains(record.type())) {
            found(record);
        } else {
            pass(record);
        }
    }

    private void pass(WarcRecord record) throws IOException {
        release();
        unfolded += record.body().size();
        taker.take(new ArchivedRecord.Passed(number, record.type()));
    }

    private void request(WarcRequest request) throws IOException {
        String text = new String(request.body().stream().readNBytes(LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        unfolded += text.length();
        Held waiting = held;
        if (waiting != null && request.concurrentTo().contains(waiting.id())) {
            held = waiting.with(facts -> facts.asking(text), new ArchivedRecord.Passed(number, request.type()));
        } else {
            release();
            remember(request, text);
            taker.take(new ArchivedRecord.Passed(number, request.type()));
        }
    }

    private void remember(WarcRequest request, String text) {
        requests.put(request.id(), text);
        request.concurrentTo().forEach(response -> requests.put(response, text));
        while (requests.size() > REQUESTS) {
            requests.remove(requests.keySet().iterator().next());
        }
    }

    private void revisit(WarcRevisit revisit) throws IOException {
        release();
        String head = new String(revisit.body().stream().readNBytes(LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        Answer answer = Answer.of(head);
        Facts facts = facts(revisit, Kind.PAGE, answer, requestOf(revisit));
        Earlier earlier = new Earlier(
                revisit.refersTo().map(URI::toString).orElse(null),
                revisit.refersToTargetURI().map(URI::toString).orElse(revisit.target()),
                revisit.refersToDate().orElse(null));
        held = new Held(
                revisit.id(),
                new ArchivedRecord.Revisit(number, revisit.type(), facts, payloadOf(revisit), earlier),
                List.of());
    }

    /** By its own hash, or by what this file said of it before; null when neither tells. */
    private @Nullable Sha256 payloadOf(WarcRevisit revisit) {
        Optional<WarcDigest> digest = revisit.payloadDigest();
        return digest.filter(Blocks::isSha256)
                .map(sha256 -> Sha256.of(sha256.bytes()))
                .or(() -> digest.map(other -> seen.get(Blocks.key(other))))
                .or(() -> revisit.refersTo().map(id -> seen.get(id.toString())))
                .orElse(null);
    }

    private void found(WarcTargetRecord record) throws IOException {
        boolean http = record instanceof WarcResponse
                && record.contentType().base().toString().equals("application/http");
        try (Spool block = Spool.of(record.body().stream(), most + LONGEST_HEAD)) {
            unfolded += block.size();
            Optional<WarcDigest> claimed = record.blockDigest();
            if (claimed.isPresent()) {
                Blocks.require("block", claimed.get(), block);
            }
            if (describes(record, block)) {
                return;
            }
            release();
            Answer answer = http ? Answer.of(Blocks.head(block, LONGEST_HEAD)) : Answer.NONE;
            Blocks.Payload payload = Blocks.payload(block, answer, record.payloadDigest(), most);
            String type = http ? answer.type() : record.contentType().raw();
            Kind kind = kind(record, type == null ? "" : type.toLowerCase(Locale.ROOT));
            String request = record instanceof WarcCaptureRecord capture ? requestOf(capture) : null;
            Facts facts = facts(record, kind, payload.answer(), request);
            ArchivedRecord.Found found = found(record, facts, payload, block);
            seen.put(record.id().toString(), found.payload().sha256());
            if (found.facts().kind() != Kind.HEADERS) {
                record.payloadDigest()
                        .ifPresent(digest ->
                                seen.put(Blocks.key(digest), found.payload().sha256()));
            }
            held = new Held(record.id(), found, List.of());
        }
    }

    /** Whether the record is our own description of the one before it, which then knows what it says. */
    private boolean describes(WarcTargetRecord record, Spool block) throws IOException {
        Held waiting = held;
        if (waiting == null
                || !(record instanceof WarcMetadata metadata)
                || !metadata.concurrentTo().contains(waiting.id())) {
            return false;
        }
        byte[] text = Blocks.head(block, LONGEST_HEAD).getBytes(StandardCharsets.ISO_8859_1);
        Optional<Described> described = Descriptions.read(new String(text, StandardCharsets.UTF_8));
        described.ifPresent(known ->
                held = waiting.with(facts -> facts.described(known), new ArchivedRecord.Passed(number, record.type())));
        return described.isPresent();
    }

    /** An answer without a body is evidence by its header. */
    private ArchivedRecord.Found found(WarcTargetRecord record, Facts facts, Blocks.Payload payload, Spool block)
            throws IOException {
        if (payload.bytes().size() > 0 || payload.answer().head() == null) {
            return new ArchivedRecord.Found(number, record.type(), facts, payload.bytes());
        }
        payload.bytes().close();
        try (InputStream head = block.open()) {
            return new ArchivedRecord.Found(
                    number, record.type(), facts.as(Kind.HEADERS), Spool.of(head, LONGEST_HEAD));
        }
    }

    private static Kind kind(WarcTargetRecord record, String type) {
        if (record.type().equals("metadata")) {
            return Kind.WARC_RECORD;
        }
        if (type.contains("html")) {
            return Kind.PAGE;
        }
        return record instanceof WarcResponse || !type.startsWith("image/") ? Kind.FILE : Kind.SCREENSHOT;
    }

    private @Nullable String requestOf(WarcCaptureRecord record) {
        for (URI other : record.concurrentTo()) {
            if (requests.containsKey(other)) {
                return requests.get(other);
            }
        }
        return requests.get(record.id());
    }

    private Facts facts(WarcTargetRecord record, Kind kind, Answer answer, @Nullable String request) {
        String address = record instanceof WarcCaptureRecord capture
                ? capture.ipAddress().map(InetAddress::getHostAddress).orElse(null)
                : null;
        return new Facts(
                kind,
                record.date(),
                record.target(),
                answer.status(),
                answer.head() == null ? record.contentType().raw() : answer.type(),
                new Exchange(
                        record.id().toString(),
                        record.type(),
                        request,
                        answer.head(),
                        address,
                        record.headers().first("WARC-Truncated").orElse(null)),
                software,
                null);
    }

    /** Hands over the record that was held, and what belongs to it. */
    private void release() throws IOException {
        Held waiting = held;
        if (waiting != null) {
            held = null;
            try (waiting) {
                taker.take(waiting.record());
            }
            for (ArchivedRecord each : waiting.behind()) {
                taker.take(each);
            }
        }
    }

    void end() throws IOException {
        release();
    }

    void stop(String code, String reason) throws IOException {
        release();
        taker.take(new ArchivedRecord.Broken(number + 1, "unknown", null, code, reason));
    }

    void close() throws IOException {
        if (held != null) {
            held.close();
        }
    }
}
