package cn.lingpao.inspection.archive;

import cn.lingpao.inspection.web.Exchange;
import cn.lingpao.inspection.web.Records;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * A {@code .warc.gz} that only grows: every record its own gzip member, what belongs together written at once. What a kill
 * left half written is cut off when it is opened again.
 */
public final class WarcArchive implements Records, AutoCloseable {

    private static final String BLOCK = "WARC-Block-Digest";
    private static final String PAYLOAD = "WARC-Payload-Digest";
    private static final int NOT_MODIFIED = 304;

    private final FileChannel file;
    private final Map<String, Kept> kept;
    private final Map<String, String> latest;
    private final Set<String> held;
    private final URI info;
    private volatile @Nullable IOException broken;

    /** Where a payload was kept first. */
    record Kept(URI record, String target, Instant at) {}

    private WarcArchive(FileChannel file, Remains remains, URI info) {
        this.file = file;
        this.kept = remains.kept();
        this.latest = remains.latest();
        this.held = remains.held();
        this.info = info;
    }

    /** Whether this was there when it was opened. */
    public boolean held(String digest) {
        return held.contains(digest);
    }

    /**
     * @param about fields of the warcinfo record: software, operator, how robots.txt is treated
     * @throws ArchiveDamaged when what is there is no such archive, or is broken in its middle
     */
    public static WarcArchive open(Path path, Map<String, String> about, Instant now) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Remains remains;
        try {
            remains = Remains.read(path, file);
        } catch (IOException unreadable) {
            file.close();
            throw unreadable;
        }
        file.position(file.size());
        URI info = id();
        WarcArchive archive = new WarcArchive(file, remains, info);
        archive.append(new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .recordId(info)
                .date(now)
                .filename(path.getFileName().toString())
                .fields(lists(about))
                .build());
        return archive;
    }

    @Override
    public String keep(Exchange exchange) {
        if (exchange.status() == 0) {
            return note(exchange.url(), exchange.at(), Failures.facts(exchange));
        }
        boolean isTruncated = !exchange.truncated().isEmpty();
        byte[] head = HttpHead.of(exchange.response(), exchange.payload().length, isTruncated);
        String payload = Digests.sha256(exchange.payload());
        boolean isEmpty = exchange.payload().length == 0;
        URI id = id();
        boolean isUnchanged = exchange.status() == NOT_MODIFIED;
        String same = isUnchanged ? latest(exchange.url()) : payload;
        Optional<Kept> earlier = isTruncated || isEmpty && !isUnchanged ? Optional.empty() : earlier(same);
        WarcRecord answer = earlier.isPresent()
                ? revisit(exchange, id, head, same, earlier.get())
                : response(exchange, id, head, payload);
        append(answer, request(exchange, id));
        if (!isTruncated && !isEmpty) {
            remember(payload, new Kept(id, exchange.url().toString(), exchange.at()));
        }
        return isEmpty ? Digests.sha256(head) : payload;
    }

    @Override
    public String keep(URI about, Instant at, String mediaType, byte[] bytes) {
        String digest = Digests.sha256(bytes);
        append(described(new WarcResource.Builder(about), id(), at)
                .body(MediaType.parse(mediaType), bytes)
                .setHeader(BLOCK, Digests.ALGORITHM + digest)
                .setHeader(PAYLOAD, Digests.ALGORITHM + digest)
                .build());
        return digest;
    }

    @Override
    public String note(URI about, Instant at, Map<String, String> facts) {
        byte[] block = facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue().replaceAll("\\s+", " ") + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        String digest = Digests.sha256(block);
        append(described(new WarcMetadata.Builder(), id(), at)
                .targetURI(about)
                .body(MediaType.WARC_FIELDS, block)
                .setHeader(BLOCK, Digests.ALGORITHM + digest)
                .build());
        return digest;
    }

    private WarcResponse response(Exchange exchange, URI id, byte[] head, String payload) {
        WarcResponse.Builder response = connected(
                        described(new WarcResponse.Builder(exchange.url()), id, exchange.at()), exchange)
                .body(MediaType.HTTP_RESPONSE, joined(head, exchange.payload()))
                .setHeader(BLOCK, Digests.ALGORITHM + Digests.sha256(head, exchange.payload()))
                .setHeader(PAYLOAD, Digests.ALGORITHM + payload);
        if (!exchange.truncated().isEmpty()) {
            response.truncated(WarcTruncationReason.valueOf(exchange.truncated().toUpperCase(java.util.Locale.ROOT)));
        }
        return response.build();
    }

    private WarcRevisit revisit(Exchange exchange, URI id, byte[] head, String payload, Kept earlier) {
        URI profile = exchange.status() == NOT_MODIFIED
                ? WarcRevisit.SERVER_NOT_MODIFIED_1_1
                : WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1;
        WarcRevisit.Builder revisit = new WarcRevisit.Builder(exchange.url(), profile);
        return connected(described(revisit, id, exchange.at()), exchange)
                .refersTo(earlier.record(), earlier.target(), earlier.at())
                .body(MediaType.HTTP_RESPONSE, head)
                .setHeader(BLOCK, Digests.ALGORITHM + Digests.sha256(head))
                .setHeader(PAYLOAD, Digests.ALGORITHM + payload)
                .build();
    }

    private WarcRequest request(Exchange exchange, URI answer) {
        return connected(described(new WarcRequest.Builder(exchange.url()), id(), exchange.at()), exchange)
                .concurrentTo(answer)
                .body(MediaType.HTTP_REQUEST, exchange.request())
                .setHeader(BLOCK, Digests.ALGORITHM + Digests.sha256(exchange.request()))
                .build();
    }

    private <R extends WarcCaptureRecord, B extends WarcCaptureRecord.AbstractBuilder<R, B>> B described(
            B record, URI id, Instant at) {
        return record.version(MessageVersion.WARC_1_1).recordId(id).date(at).warcinfoId(info);
    }

    private static <R extends WarcCaptureRecord, B extends WarcCaptureRecord.AbstractBuilder<R, B>> B connected(
            B record, Exchange exchange) {
        InetAddress address = exchange.address();
        return address == null ? record : record.ipAddress(address);
    }

    /** Fails when something could not be kept since this was opened. */
    public @Nullable Void intact() throws IOException {
        IOException failure = broken;
        if (failure != null) {
            throw new IOException("the archive cannot be written: " + failure.getMessage(), failure);
        }
        return null;
    }

    private synchronized Optional<Kept> earlier(String payload) {
        return Optional.ofNullable(kept.get(payload));
    }

    /** The digest of what an address last answered; empty when that is not known. */
    private synchronized String latest(URI url) {
        return latest.getOrDefault(url.toString(), "");
    }

    private synchronized void remember(String payload, Kept where) {
        kept.putIfAbsent(payload, where);
        latest.put(where.target(), payload);
    }

    private void append(WarcRecord... records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP);
            for (WarcRecord record : records) {
                writer.write(record);
            }
            write(ByteBuffer.wrap(bytes.toByteArray()));
        } catch (IOException unwritable) {
            broken = unwritable;
            throw new UncheckedIOException("the archive cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }

    private synchronized void write(ByteBuffer bytes) throws IOException {
        Appending.whole(file, bytes);
    }

    private static byte[] joined(byte[] head, byte[] payload) {
        return ByteBuffer.allocate(head.length + payload.length)
                .put(head)
                .put(payload)
                .array();
    }

    private static Map<String, List<String>> lists(Map<String, String> fields) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        fields.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }

    private static URI id() {
        return URI.create("urn:uuid:" + UUID.randomUUID());
    }

    @Override
    public synchronized void close() throws IOException {
        if (file.isOpen()) {
            file.force(true);
            file.close();
        }
    }
}
