package cn.lingpao.datacollection.adapter.warc;

import cn.lingpao.datacollection.adapter.warc.Blocks.Answer;
import cn.lingpao.datacollection.application.evidence.ArchivedRecord;
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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.Warcinfo;

/**
 * One reading of a WARC file. A request may stand before its response or behind it, so an answer is held until the next
 * record is known.
 */
final class WarcReading {

    private static final int REQUESTS = 32;
    private static final int LONGEST_HEAD = 1 << 18;

    private final long most;
    private final Taker taker;
    private final Map<URI, String> requests = new LinkedHashMap<>();
    private @Nullable String software;
    private @Nullable Held held;
    private int number;
    private long unfolded;

    WarcReading(long most, Taker taker) {
        this.most = most;
        this.taker = taker;
    }

    long unfolded() {
        return unfolded;
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
                default -> pass(record.type());
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
                    record.type(),
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
        release();
        software = info.fields().first("software").map(String::strip).orElse(null);
        taker.take(new ArchivedRecord.Passed(number, info.type()));
    }

    private void other(WarcTargetRecord record) throws IOException {
        if (Set.of("resource", "conversion", "metadata").contains(record.type())) {
            found(record);
        } else {
            pass(record.type());
        }
    }

    private void pass(String type) throws IOException {
        release();
        taker.take(new ArchivedRecord.Passed(number, type));
    }

    private void request(WarcRequest request) throws IOException {
        String text = new String(request.body().stream().readNBytes(LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        unfolded += text.length();
        int mine = number;
        Held waiting = held;
        if (waiting != null && request.concurrentTo().contains(waiting.id())) {
            held = null;
            taker.take(waiting.with(text));
            waiting.close();
        } else {
            release();
            remember(request, text);
        }
        taker.take(new ArchivedRecord.Passed(mine, request.type()));
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
        Optional<Sha256> sha256 = revisit.payloadDigest()
                .filter(digest -> Blocks.isSha256(digest))
                .map(digest -> Sha256.of(digest.bytes()));
        String head = new String(revisit.body().stream().readNBytes(LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        if (sha256.isEmpty()) {
            taker.take(broken(revisit, "no-payload-digest", "a revisit must name its payload by SHA-256"));
            return;
        }
        Answer answer = Answer.of(head);
        Facts facts = facts(revisit, Kind.PAGE, answer, requestOf(revisit));
        held = new Held(revisit.id(), new ArchivedRecord.Revisit(number, revisit.type(), facts, sha256.get()));
    }

    private void found(WarcTargetRecord record) throws IOException {
        release();
        boolean http = record instanceof WarcResponse
                && record.contentType().base().toString().equals("application/http");
        try (Spool block = Spool.of(record.body().stream(), most + LONGEST_HEAD)) {
            unfolded += block.size();
            Optional<WarcDigest> claimed = record.blockDigest();
            if (claimed.isPresent()) {
                Blocks.require("block", claimed.get(), block);
            }
            Answer answer = http ? Answer.of(Blocks.head(block, LONGEST_HEAD)) : Answer.NONE;
            Blocks.Payload payload = Blocks.payload(block, answer, record.payloadDigest(), most);
            String type = http ? answer.type() : record.contentType().raw();
            Kind kind = kind(record, type == null ? "" : type.toLowerCase(Locale.ROOT));
            String request = record instanceof WarcCaptureRecord capture ? requestOf(capture) : null;
            Facts facts = facts(record, kind, payload.answer(), request);
            held = new Held(record.id(), found(record, facts, payload, block));
        }
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
                software);
    }

    /** Hands over the response that was held. */
    private void release() throws IOException {
        Held waiting = held;
        if (waiting != null) {
            held = null;
            try (waiting) {
                taker.take(waiting.record());
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

    private record Held(URI id, ArchivedRecord record) implements AutoCloseable {

        ArchivedRecord with(String request) {
            return switch (record) {
                case ArchivedRecord.Found found ->
                    new ArchivedRecord.Found(
                            found.number(), found.type(), found.facts().asking(request), found.payload());
                case ArchivedRecord.Revisit revisit ->
                    new ArchivedRecord.Revisit(
                            revisit.number(), revisit.type(), revisit.facts().asking(request), revisit.sha256());
                case ArchivedRecord.Passed passed -> passed;
                case ArchivedRecord.Broken broken -> broken;
            };
        }

        @Override
        public void close() throws IOException {
            if (record instanceof ArchivedRecord.Found found) {
                found.payload().close();
            }
        }
    }
}
