package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.eventing.EventJson;
import cn.lingpao.scoring.adapter.streams.GroupFact.CampaignKnown;
import cn.lingpao.scoring.adapter.streams.GroupFact.EntryFiled;
import cn.lingpao.scoring.adapter.streams.GroupFact.FrameworkKnown;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetJoined;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetLeft;
import cn.lingpao.scoring.adapter.streams.state.Entry;
import cn.lingpao.scoring.adapter.streams.state.TargetFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** A change as bytes: its kind, its time, its body. The letters are written into the topic between the steps: keep them. */
final class ChangeSerde implements Serde<GroupChange> {

    private static final int HEAD = 1 + Long.BYTES + Integer.BYTES;

    @Override
    public Serializer<GroupChange> serializer() {
        return (topic, change) -> change == null ? null : write(change);
    }

    @Override
    public Deserializer<GroupChange> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(ByteBuffer.wrap(bytes));
    }

    private static byte[] write(GroupChange change) {
        return switch (change.fact()) {
            case FrameworkKnown known -> write('F', change.asOf(), EventJson.write(known.framework()));
            case CampaignKnown known -> write('C', change.asOf(), EventJson.write(known.campaign()));
            case TargetJoined joined -> write('J', change.asOf(), joined.file().bytes());
            case TargetLeft left -> write('L', change.asOf(), left.targetId().getBytes(StandardCharsets.UTF_8));
            case EntryFiled filed -> {
                byte[] target = filed.target().getBytes(StandardCharsets.UTF_8);
                byte[] entry = filed.entry().bytes(filed.target());
                ByteBuffer body = ByteBuffer.allocate(Integer.BYTES + target.length + entry.length);
                body.putInt(target.length).put(target).put(entry);
                yield write('E', change.asOf(), body.array());
            }
        };
    }

    private static byte[] write(char kind, Instant asOf, byte[] body) {
        return ByteBuffer.allocate(HEAD + body.length)
                .put((byte) kind)
                .putLong(asOf.getEpochSecond())
                .putInt(asOf.getNano())
                .put(body)
                .array();
    }

    private static GroupChange read(ByteBuffer in) {
        byte kind = in.get();
        Instant asOf = Instant.ofEpochSecond(in.getLong(), in.getInt());
        return new GroupChange(asOf, fact(kind, in));
    }

    private static GroupFact fact(byte kind, ByteBuffer in) {
        return switch (kind) {
            case 'F' -> new FrameworkKnown(json(in, FrameworkPublished.class));
            case 'C' -> new CampaignKnown(json(in, CampaignDefined.class));
            case 'J' -> new TargetJoined(TargetFile.of(rest(in)));
            case 'L' -> new TargetLeft(text(in, in.remaining()));
            case 'E' -> {
                String target = text(in, in.getInt());
                yield new EntryFiled(target, Entry.of(in, target));
            }
            default -> throw new IllegalStateException("a change of the unknown kind " + kind);
        };
    }

    private static <T extends DomainEvent> T json(ByteBuffer in, Class<T> type) {
        return EventJson.read(rest(in), type);
    }

    private static String text(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] rest(ByteBuffer in) {
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return bytes;
    }
}
