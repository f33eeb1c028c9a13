package cn.lingpao.scoring.adapter.streams.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What was told last under a key: a digest of its bytes, and the id of the event, 16 bytes each. */
public final class Told {

    private static final int LENGTH = 16;

    private final byte[] bytes;

    private Told(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Told of(byte[] bytes) {
        if (bytes.length != 2 * LENGTH) {
            throw new IllegalStateException("what was told takes 32 bytes, not " + bytes.length);
        }
        return new Told(bytes);
    }

    /**
     * The next under a key. Its event's id is made of it and of the event before it: a sheet that returns to an old state
     * is a new event.
     *
     * @param json what the event says
     */
    public static Told next(@Nullable Told before, String key, byte[] json) {
        MessageDigest sha256 = sha256();
        byte[] digest = Arrays.copyOf(sha256.digest(json), LENGTH);
        String history = before == null ? "" : before.eventId();
        byte[] id = sha256.digest(
                (key + "\n" + history + "\n" + HexFormat.of().formatHex(digest)).getBytes(StandardCharsets.UTF_8));
        return new Told(
                ByteBuffer.allocate(2 * LENGTH).put(digest).put(id, 0, LENGTH).array());
    }

    /** Read-only: they are not copied. */
    public byte[] bytes() {
        return bytes;
    }

    public boolean saysTheSameAs(@Nullable Told other) {
        return other != null && Arrays.equals(bytes, 0, LENGTH, other.bytes, 0, LENGTH);
    }

    public String eventId() {
        return HexFormat.of().formatHex(bytes, LENGTH, 2 * LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
