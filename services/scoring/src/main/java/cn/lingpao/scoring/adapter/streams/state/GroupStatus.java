package cn.lingpao.scoring.adapter.streams.state;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * Where a group stands.
 *
 * @param asOf the newest time of all that it was told
 * @param due whether something changed that no output tells yet
 */
public record GroupStatus(Instant asOf, boolean due) {

    public static GroupStatus of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new GroupStatus(Flat.time(in), in.get() == 1);
    }

    public byte[] bytes() {
        return Flat.bytes(out -> {
            Flat.time(out, asOf);
            out.writeByte(due ? 1 : 0);
        });
    }

    public GroupStatus changed(Instant told) {
        return new GroupStatus(told.isAfter(asOf) ? told : asOf, true);
    }

    public GroupStatus done() {
        return new GroupStatus(asOf, false);
    }
}
