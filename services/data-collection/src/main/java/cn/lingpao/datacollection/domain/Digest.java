package cn.lingpao.datacollection.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 over a list of texts, each with its length before it, so that no two lists read the same. */
final class Digest {

    private static final int ABSENT = -1;
    private static final int ROOM = 512;

    private ByteBuffer parts = ByteBuffer.allocate(ROOM);

    Digest add(@Nullable Object part) {
        if (part == null) {
            room(0).putInt(ABSENT);
            return this;
        }
        byte[] bytes = part.toString().getBytes(UTF_8);
        room(bytes.length).putInt(bytes.length).put(bytes);
        return this;
    }

    private ByteBuffer room(int bytes) {
        if (parts.remaining() < Integer.BYTES + bytes) {
            parts = ByteBuffer.allocate(2 * parts.capacity() + bytes).put(parts.flip());
        }
        return parts;
    }

    String hex() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(parts.flip());
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
