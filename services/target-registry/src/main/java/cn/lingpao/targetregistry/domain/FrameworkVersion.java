package cn.lingpao.targetregistry.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A version of a framework; once published it never changes.
 *
 * @param ref {@code id@version}
 * @param hash SHA-256 of the document's UTF-8 bytes, lower-case hexadecimal
 * @param document the framework as written
 */
public record FrameworkVersion(String ref, Name name, String hash, String document, Instant publishedAt) {

    public static FrameworkVersion of(String ref, Name name, String document, Instant publishedAt) {
        return new FrameworkVersion(ref, name, hash(document), document, publishedAt);
    }

    /** Whether both say the same, whenever they were published. */
    public boolean sameContent(FrameworkVersion other) {
        return hash.equals(other.hash);
    }

    private static String hash(String document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
