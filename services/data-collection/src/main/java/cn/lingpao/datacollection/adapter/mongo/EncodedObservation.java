package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.Position;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Proof;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.Value;
import cn.lingpao.datacollection.domain.Value.Judgement;
import java.time.Instant;
import org.bson.BsonBinaryWriter;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * Observations as the bytes that the store keeps, which {@link Documents} reads. Hundreds of thousands pass here: a tree of
 * maps for each would cost more than everything else of its way from the log to the store.
 */
final class EncodedObservation {

    private static final int ROOM = 1024;

    private final BsonWriter to;

    private EncodedObservation(BsonWriter to) {
        this.to = to;
    }

    static RawBsonDocument of(Observation observation, Position position) {
        BasicOutputBuffer bytes = new BasicOutputBuffer(ROOM);
        try (BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            new EncodedObservation(writer).write(observation, position);
        }
        return new RawBsonDocument(bytes.getInternalBuffer(), 0, bytes.getPosition());
    }

    private void write(Observation observation, Position position) {
        Submission content = observation.content();
        to.writeStartDocument();
        text("_id", observation.id().value());
        text("campaign", content.campaignId());
        text("target", content.targetId());
        text("group", observation.groupId());
        text("checkPoint", content.checkPointId());
        text("channel", content.channelId());
        value(content.value());
        text("observer", content.observer().id());
        text("observerKind", content.observer().kind().name());
        time("observedAt", content.observedAt());
        to.writeStartArray("evidence");
        content.evidence().forEach(this::proof);
        to.writeEndArray();
        time("recordedAt", observation.recordedAt());
        to.writeStartDocument("position");
        to.writeInt32("partition", position.partition());
        to.writeInt64("offset", position.offset());
        to.writeEndDocument();
        to.writeEndDocument();
    }

    private void value(Value value) {
        to.writeStartDocument("value");
        switch (value) {
            case Judgement judgement -> text("kind", judgement.name());
            case Value.Undetermined open -> {
                text("kind", Documents.UNDETERMINED);
                text("cause", open.cause());
            }
            case Value.Measured measured -> {
                text("kind", Documents.NUMBER);
                to.writeDecimal128("number", new Decimal128(measured.number()));
            }
            case Value.Graded graded -> {
                text("kind", Documents.GRADE);
                text("grade", graded.grade());
            }
        }
        to.writeEndDocument();
    }

    private void proof(Proof proof) {
        to.writeStartDocument();
        text("url", proof.url());
        text("title", proof.title());
        time("capturedAt", proof.capturedAt());
        text("sha256", proof.sha256());
        text("note", proof.note());
        to.writeEndDocument();
    }

    private void text(String name, @Nullable String text) {
        if (text != null) {
            to.writeString(name, text);
        }
    }

    private void time(String name, @Nullable Instant time) {
        if (time != null) {
            to.writeDateTime(name, time.toEpochMilli());
        }
    }
}
