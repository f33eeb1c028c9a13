package cn.lingpao.publication.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a release, found by what it says: canonical JSON and the SHA-256 of its UTF-8 bytes.
 *
 * @param hash lower-case hexadecimal
 */
public record ReleaseDocument(String hash, String json) {

    static ReleaseDocument of(Map<String, ? extends @Nullable Object> value) {
        String json = CanonicalJson.write(value);
        return new ReleaseDocument(sha256(json), json);
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
