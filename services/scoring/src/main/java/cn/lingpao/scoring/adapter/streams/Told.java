package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.eventing.EventJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What was told last under a key.
 *
 * @param digest of the event's JSON
 * @param eventId digest of that and of the event before it: a sheet that returns to an old state is a new event
 */
record Told(String digest, String eventId) {

    static Told next(@Nullable Told before, DomainEvent event) {
        String digest = digest(EventJson.write(event));
        String history = before == null ? "" : before.eventId;
        return new Told(
                digest, digest((event.key() + "\n" + history + "\n" + digest).getBytes(StandardCharsets.UTF_8)));
    }

    boolean saysTheSameAs(@Nullable Told other) {
        return other != null && digest.equals(other.digest);
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(sum, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
