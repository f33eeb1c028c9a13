package cn.lingpao.datacollection.domain.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act of capturing: these bytes were seen then, there, by that collector. The same bytes may be captured many times.
 *
 * @param declaredType media type that the sender named; may differ from what the bytes show
 * @param exchange the archive record it came in, if it came in one
 */
public record Capture(
        String campaignId,
        Sha256 sha256,
        Kind kind,
        Instant capturedAt,
        Place place,
        Origin origin,
        @Nullable String declaredType,
        @Nullable Exchange exchange) {

    /** A digest of the capture without its sender: delivered again, by whomever, it is the same one. */
    public String id() {
        MessageDigest digest = Sha256.digest();
        add(digest, campaignId);
        add(digest, sha256.hex());
        add(digest, kind.text());
        add(digest, capturedAt.toString());
        add(digest, place.url());
        add(digest, place.finalUrl());
        place.redirects().forEach(hop -> add(digest, hop));
        add(digest, place.status() == null ? null : place.status().toString());
        add(digest, place.targetId());
        add(digest, origin.collector());
        add(digest, origin.version());
        add(digest, exchange == null ? null : exchange.recordId());
        return Sha256.of(digest.digest()).hex();
    }

    /** Whether the address no longer gave what it once gave. */
    public boolean gone() {
        return place.status() != null && (place.status() == 404 || place.status() == 410);
    }

    private static void add(MessageDigest digest, @Nullable String part) {
        byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(part == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }
}
