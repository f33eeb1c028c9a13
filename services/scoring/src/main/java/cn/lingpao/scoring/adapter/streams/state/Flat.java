package cn.lingpao.scoring.adapter.streams.state;

import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.ObservedValue.Kind;
import cn.lingpao.scoring.adapter.streams.state.Entry.Award;
import cn.lingpao.scoring.adapter.streams.state.Entry.Cell;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.utils.ByteUtils;

/**
 * How facts are written as bytes. An entry is its kind, its id, its sequence and then, for a cell, the kind of value, its
 * text and its verdict's id (empty when it is the usual one), for an award its points. Every number here is written into
 * stores and topics: none may change.
 */
final class Flat {

    private static final byte CELL = 1;
    private static final byte AWARD = 2;

    private Flat() {}

    /** Something that writes and never fails, for it writes to memory. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static void text(DataOutputStream out, String text) throws IOException {
        block(out, text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(ByteBuffer in) {
        return new String(block(in), StandardCharsets.UTF_8);
    }

    static void block(DataOutputStream out, byte[] bytes) throws IOException {
        ByteUtils.writeUnsignedVarint(bytes.length, out);
        out.write(bytes);
    }

    static byte[] block(ByteBuffer in) {
        byte[] bytes = new byte[ByteUtils.readUnsignedVarint(in)];
        in.get(bytes);
        return bytes;
    }

    static void time(DataOutputStream out, Instant time) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    static Instant time(ByteBuffer in) {
        return Instant.ofEpochSecond(in.getLong(), in.getInt());
    }

    /** What an entry begins with, and no other entry of the target does. */
    static byte[] prefix(Entry entry) {
        return bytes(out -> {
            out.writeByte(
                    switch (entry) {
                        case Cell cell -> CELL;
                        case Award award -> AWARD;
                    });
            text(out, entry.id());
        });
    }

    static long sequence(ByteBuffer afterPrefix) {
        return ByteUtils.readVarlong(afterPrefix);
    }

    /** @param target {@code campaign/target}, of which the usual verdict id is made */
    static byte[] entry(Entry entry, String target) {
        return bytes(out -> {
            out.write(prefix(entry));
            ByteUtils.writeVarlong(entry.sequence(), out);
            switch (entry) {
                case Cell cell -> {
                    out.writeByte(code(cell.value().kind()));
                    text(out, said(cell.value()));
                    text(
                            out,
                            cell.verdictId().equals(usual(cell.id(), cell.sequence(), target)) ? "" : cell.verdictId());
                }
                case Award award -> text(out, award.points().toString());
            }
        });
    }

    static Entry entry(ByteBuffer in, String target) {
        byte kind = in.get();
        String id = text(in);
        long sequence = ByteUtils.readVarlong(in);
        if (kind == AWARD) {
            return new Award(id, sequence, new BigDecimal(text(in)));
        }
        ObservedValue value = value(in.get(), text(in));
        String verdict = text(in);
        return new Cell(id, sequence, value, verdict.isEmpty() ? usual(id, sequence, target) : verdict);
    }

    private static String usual(String id, long sequence, String target) {
        return target + "/" + id + "#" + sequence;
    }

    private static byte code(Kind kind) {
        return switch (kind) {
            case MET -> 1;
            case NOT_MET -> 2;
            case NUMBER -> 3;
            case GRADE -> 4;
            case NOT_APPLICABLE -> 5;
            case UNDETERMINED -> 6;
        };
    }

    private static String said(ObservedValue value) {
        return switch (value.kind()) {
            case MET, NOT_MET, NOT_APPLICABLE -> "";
            case NUMBER -> Objects.requireNonNull(value.number()).toString();
            case GRADE -> Objects.requireNonNull(value.grade());
            case UNDETERMINED -> Objects.requireNonNullElse(value.cause(), "");
        };
    }

    private static ObservedValue value(byte code, String said) {
        return switch (code) {
            case 1 -> ObservedValue.MET;
            case 2 -> ObservedValue.NOT_MET;
            case 3 -> new ObservedValue(Kind.NUMBER, new BigDecimal(said), null, null);
            case 4 -> ObservedValue.grade(said);
            case 5 -> ObservedValue.NOT_APPLICABLE;
            case 6 -> ObservedValue.undetermined(said.isEmpty() ? null : said);
            default -> throw new IllegalStateException("a value of the unknown kind " + code);
        };
    }
}
