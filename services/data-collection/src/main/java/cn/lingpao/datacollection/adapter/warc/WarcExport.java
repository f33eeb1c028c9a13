package cn.lingpao.datacollection.adapter.warc;

import cn.lingpao.datacollection.application.evidence.Archives;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;
import cn.lingpao.datacollection.domain.evidence.Exchange;
import cn.lingpao.datacollection.domain.evidence.Kind;
import cn.lingpao.datacollection.domain.evidence.Place;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Writes captures as WARC 1.1 records. What came in an archive becomes its request and response again, a second capture of
 * the same payload a revisit; what came as plain bytes becomes a resource, for no header may be invented.
 */
final class WarcExport implements Archives.Writer {

    private static final String BLOCK = "WARC-Block-Digest";
    private static final String PAYLOAD = "WARC-Payload-Digest";
    private static final int NOT_MODIFIED = 304;

    private final WarcWriter warc;
    private final URI infoId;
    private @Nullable Written written;

    private WarcExport(WarcWriter warc, URI infoId) {
        this.warc = warc;
        this.infoId = infoId;
    }

    private record Written(Sha256 sha256, URI recordId, String url, Instant at) {}

    static WarcExport start(OutputStream file, String about, Instant now) throws IOException {
        WarcWriter warc = new WarcWriter(Channels.newChannel(file), WarcCompression.GZIP);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("software", List.of("Lingpao/0.1"));
        fields.put("format", List.of("WARC File Format 1.1"));
        fields.put(
                "conformsTo",
                List.of("http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"));
        fields.put("description", List.of("evidence of " + about));
        URI id = id("warcinfo " + about + now);
        warc.write(new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .recordId(id)
                .date(now)
                .fields(fields)
                .build());
        return new WarcExport(warc, id);
    }

    @Override
    public void write(Capture capture, Content content, Archives.Payload payload) throws IOException {
        Exchange exchange = capture.exchange();
        URI id = exchange == null ? id("capture " + capture.id()) : URI.create(exchange.recordId());
        if (exchange == null || exchange.response() == null) {
            bare(capture, exchange, id, content, payload);
        } else {
            answer(capture, bytes(exchange.response()), id, content, payload);
        }
        describe(capture, id);
        if (exchange != null && exchange.request() != null) {
            request(capture, exchange.request(), id);
        }
    }

    private void answer(Capture capture, byte[] head, URI id, Content content, Archives.Payload payload)
            throws IOException {
        if (capture.kind() == Kind.HEADERS) {
            headOnly(capture, id, head);
        } else if (written != null && written.sha256().equals(content.sha256())) {
            revisit(capture, id, head, written);
        } else {
            response(capture, id, head, content, payload);
            written = new Written(content.sha256(), id, url(capture), capture.capturedAt());
        }
    }

    private void response(Capture capture, URI id, byte[] head, Content content, Archives.Payload payload)
            throws IOException {
        String block;
        try (InputStream body = payload.open()) {
            block = digest(head, body);
        }
        try (InputStream body = new SequenceInputStream(new ByteArrayInputStream(head), payload.open())) {
            WarcResponse.Builder builder = about(new WarcResponse.Builder(url(capture)), capture)
                    .recordId(id)
                    .setHeader(BLOCK, block)
                    .setHeader(PAYLOAD, sha256(content.sha256()));
            warc.write(builder.body(MediaType.HTTP_RESPONSE, Channels.newChannel(body), head.length + content.size())
                    .build());
        }
    }

    /** The content is the header itself, and the payload is empty. */
    private void headOnly(Capture capture, URI id, byte[] head) throws IOException {
        WarcResponse.Builder builder = about(new WarcResponse.Builder(url(capture)), capture)
                .recordId(id)
                .setHeader(BLOCK, digest(head, InputStream.nullInputStream()))
                .setHeader(PAYLOAD, digest(new byte[0], InputStream.nullInputStream()));
        warc.write(builder.body(MediaType.HTTP_RESPONSE, head).build());
    }

    private void revisit(Capture capture, URI id, byte[] head, Written first) throws IOException {
        URI profile = Integer.valueOf(NOT_MODIFIED).equals(capture.place().status())
                ? WarcRevisit.SERVER_NOT_MODIFIED_1_1
                : WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1;
        WarcRevisit.Builder builder = about(new WarcRevisit.Builder(url(capture), profile), capture)
                .recordId(id)
                .setHeader(BLOCK, digest(head, InputStream.nullInputStream()))
                .setHeader(PAYLOAD, sha256(first.sha256()))
                .refersTo(first.recordId(), first.url(), first.at());
        warc.write(builder.body(MediaType.HTTP_RESPONSE, head).build());
    }

    private void request(Capture capture, String request, URI responseId) throws IOException {
        byte[] bytes = bytes(request);
        WarcRequest.Builder builder = about(new WarcRequest.Builder(url(capture)), capture)
                .recordId(id("request " + responseId))
                .concurrentTo(responseId)
                .setHeader(BLOCK, digest(bytes, InputStream.nullInputStream()));
        warc.write(builder.body(MediaType.HTTP_REQUEST, bytes).build());
    }

    /** Bytes without HTTP: the record they came in, or a resource. */
    private void bare(Capture capture, @Nullable Exchange exchange, URI id, Content content, Archives.Payload payload)
            throws IOException {
        String type = exchange == null ? "resource" : exchange.type();
        String declared = exchange == null ? null : capture.declaredType();
        try (InputStream body = payload.open()) {
            MediaType media = MediaType.parseLeniently(declared == null ? content.type() : declared);
            ReadableByteChannel bytes = Channels.newChannel(body);
            warc.write(
                    switch (type) {
                        case "metadata" ->
                            bare(new WarcMetadata.Builder(), capture, id, content)
                                    .body(media, bytes, content.size())
                                    .build();
                        case "conversion" ->
                            bare(new WarcConversion.Builder(), capture, id, content)
                                    .setHeader(PAYLOAD, sha256(content.sha256()))
                                    .body(media, bytes, content.size())
                                    .build();
                        default ->
                            bare(new WarcResource.Builder(), capture, id, content)
                                    .setHeader(PAYLOAD, sha256(content.sha256()))
                                    .body(media, bytes, content.size())
                                    .build();
                    });
        }
    }

    private <R extends WarcTargetRecord, B extends WarcTargetRecord.Builder<R, B>> B bare(
            B builder, Capture capture, URI id, Content content) {
        return about(builder, capture)
                .setHeader("WARC-Target-URI", url(capture))
                .recordId(id)
                .setHeader(BLOCK, sha256(content.sha256()));
    }

    /** Who captured, for what and on which way: what the record itself has no field for. */
    private void describe(Capture capture, URI record) throws IOException {
        byte[] bytes = Descriptions.of(capture);
        WarcMetadata.Builder builder = new WarcMetadata.Builder()
                .setHeader("WARC-Target-URI", url(capture))
                .version(MessageVersion.WARC_1_1)
                .recordId(id("description " + capture.id()))
                .date(capture.capturedAt())
                .warcinfoId(infoId)
                .concurrentTo(record)
                .setHeader(BLOCK, digest(bytes, InputStream.nullInputStream()));
        warc.write(builder.body(MediaType.WARC_FIELDS, bytes).build());
    }

    private <R extends WarcTargetRecord, B extends WarcTargetRecord.Builder<R, B>> B about(B builder, Capture capture) {
        builder.version(MessageVersion.WARC_1_1).date(capture.capturedAt()).warcinfoId(infoId);
        Exchange exchange = capture.exchange();
        if (exchange != null && exchange.ipAddress() != null) {
            builder.setHeader("WARC-IP-Address", exchange.ipAddress());
        }
        if (exchange != null && exchange.truncated() != null) {
            builder.setHeader("WARC-Truncated", exchange.truncated());
        }
        return builder;
    }

    /** The address that answered; bytes without one are named by their hash. */
    private static String url(Capture capture) {
        Place place = capture.place();
        String url = place.finalUrl() == null ? place.url() : place.finalUrl();
        return url == null ? "urn:sha256:" + capture.sha256() : url;
    }

    private static String digest(byte[] head, InputStream rest) throws IOException {
        MessageDigest digest = Sha256.digest();
        digest.update(head);
        byte[] buffer = new byte[1 << 16];
        for (int read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return sha256(Sha256.of(digest.digest()));
    }

    private static String sha256(Sha256 sha256) {
        return "sha256:" + sha256.hex();
    }

    private static URI id(String of) {
        return URI.create("urn:uuid:" + UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        warc.close();
    }
}
