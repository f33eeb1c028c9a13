package cn.lingpao.scoring.adapter.streams.state;

import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.eventing.EventJson;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one target, in one piece of flat bytes: format, newest time, {@code campaign/target}, group,
 * registration, entries. It never changes; {@code with} makes another.
 */
public final class TargetFile {

    private static final byte FORMAT = 1;

    private final byte[] bytes;
    private final String key;
    private final String groupId;
    private final int registration;
    private final int entries;

    private TargetFile(byte[] bytes) {
        this.bytes = bytes;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte format = in.get();
        if (format != FORMAT) {
            throw new IllegalStateException("a file of the unknown format " + format);
        }
        in.position(in.position() + Long.BYTES + Integer.BYTES);
        key = Flat.text(in);
        groupId = Flat.text(in);
        registration = in.position();
        int length = ByteUtils.readUnsignedVarint(in);
        entries = in.position() + length;
    }

    /** @throws IllegalStateException for bytes of another format */
    public static TargetFile of(byte[] bytes) {
        return new TargetFile(bytes);
    }

    /** @param key {@code campaign/target} */
    public static TargetFile empty(String key) {
        return headed(key, Instant.EPOCH, "", new byte[0], new byte[0]);
    }

    private static TargetFile headed(String key, Instant asOf, String groupId, byte[] registration, byte[] entries) {
        return new TargetFile(Flat.bytes(out -> {
            out.writeByte(FORMAT);
            Flat.time(out, asOf);
            Flat.text(out, key);
            Flat.text(out, groupId);
            Flat.block(out, registration);
            out.write(entries);
        }));
    }

    /** Read-only: they are not copied. */
    public byte[] bytes() {
        return bytes;
    }

    /** {@code campaign/target}. */
    public String key() {
        return key;
    }

    public String targetId() {
        return key.substring(key.indexOf('/') + 1);
    }

    /** The newest time of all that was filed. */
    public Instant asOf() {
        return Flat.time(ByteBuffer.wrap(bytes, 1, Long.BYTES + Integer.BYTES));
    }

    /** The group it is registered in; null before its registration is known. */
    public @Nullable String groupId() {
        return groupId.isEmpty() ? null : groupId;
    }

    /** Its registration without channels, which no score depends on; null before it is known. */
    public @Nullable TargetRegistered target() {
        byte[] json = Flat.block(ByteBuffer.wrap(bytes, registration, entries - registration));
        return json.length == 0 ? null : EventJson.MAPPER.readValue(json, TargetRegistered.class);
    }

    public TargetFile with(TargetRegistered target, Instant told) {
        TargetRegistered lean = new TargetRegistered(
                target.campaignId(),
                target.targetId(),
                target.sequence(),
                target.name(),
                target.divisionCode(),
                target.groupId(),
                target.marks(),
                List.of());
        return headed(
                key,
                later(told),
                target.groupId(),
                EventJson.write(lean),
                Arrays.copyOfRange(bytes, entries, bytes.length));
    }

    /** Files an entry in the place of an older one of its id. */
    public TargetFile with(Entry entry, Instant told) {
        byte[] flat = Flat.bytes(out -> Flat.block(out, Flat.entry(entry, key)));
        int from = find(Flat.prefix(entry));
        int to = from < 0 ? bytes.length : end(from);
        int start = from < 0 ? bytes.length : from;
        ByteBuffer file = ByteBuffer.allocate(bytes.length - (to - start) + flat.length);
        file.put(bytes, 0, start).put(flat).put(bytes, to, bytes.length - to);
        Instant asOf = later(told);
        file.putLong(1, asOf.getEpochSecond()).putInt(1 + Long.BYTES, asOf.getNano());
        return new TargetFile(file.array());
    }

    /** Everything that the other file knows, in the place of what this one knows of it. */
    public TargetFile with(TargetFile newer) {
        TargetRegistered target = newer.target();
        TargetFile merged = target == null ? this : with(target, newer.asOf());
        for (Entry entry : newer.entries()) {
            merged = merged.with(entry, newer.asOf());
        }
        return merged;
    }

    /** The same registration and nothing else. */
    public TargetFile registrationOnly() {
        return new TargetFile(Arrays.copyOf(bytes, entries));
    }

    /** Whether nothing as new is filed under the entry's id. */
    public boolean lacks(Entry entry) {
        byte[] prefix = Flat.prefix(entry);
        int found = find(prefix);
        if (found < 0) {
            return true;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, found, bytes.length - found);
        ByteUtils.readUnsignedVarint(in);
        in.position(in.position() + prefix.length);
        return entry.sequence() > Flat.sequence(in);
    }

    public List<Entry> entries() {
        List<Entry> found = new ArrayList<>();
        forEach(found::add);
        return found;
    }

    private void forEach(Consumer<Entry> action) {
        ByteBuffer in = ByteBuffer.wrap(bytes, entries, bytes.length - entries);
        while (in.hasRemaining()) {
            int end = ByteUtils.readUnsignedVarint(in);
            end += in.position();
            action.accept(Flat.entry(in, key));
            in.position(end);
        }
    }

    /** Where the entry begins, -1 when there is none. */
    private int find(byte[] prefix) {
        ByteBuffer in = ByteBuffer.wrap(bytes, entries, bytes.length - entries);
        while (in.hasRemaining()) {
            int start = in.position();
            int length = ByteUtils.readUnsignedVarint(in);
            int at = in.position();
            if (length >= prefix.length && Arrays.equals(bytes, at, at + prefix.length, prefix, 0, prefix.length)) {
                return start;
            }
            in.position(at + length);
        }
        return -1;
    }

    private int end(int entry) {
        ByteBuffer in = ByteBuffer.wrap(bytes, entry, bytes.length - entry);
        int length = ByteUtils.readUnsignedVarint(in);
        return in.position() + length;
    }

    private Instant later(Instant told) {
        Instant asOf = asOf();
        return told.isAfter(asOf) ? told : asOf;
    }
}
