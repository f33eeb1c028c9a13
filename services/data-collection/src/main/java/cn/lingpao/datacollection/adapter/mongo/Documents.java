package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.Position;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.ObservationId;
import cn.lingpao.datacollection.domain.Observer;
import cn.lingpao.datacollection.domain.Proof;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.Value;
import cn.lingpao.datacollection.domain.Value.Judgement;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Documents as observations, and what other documents share with them. */
final class Documents {

    static final String UNDETERMINED = "UNDETERMINED";
    static final String NUMBER = "NUMBER";
    static final String GRADE = "GRADE";

    private Documents() {}

    static Observation observation(Document document) {
        Submission content = new Submission(
                document.getString("campaign"),
                document.getString("target"),
                document.getString("checkPoint"),
                document.getString("channel"),
                value(document.get("value", Document.class)),
                new Observer(document.getString("observer"), Observer.Kind.valueOf(document.getString("observerKind"))),
                document.getDate("observedAt").toInstant(),
                document.getList("evidence", Document.class, List.of()).stream()
                        .map(Documents::proof)
                        .toList());
        return new Observation(
                new ObservationId(document.getString("_id")),
                content,
                document.getString("group"),
                document.getDate("recordedAt").toInstant());
    }

    /** Where in the log the document came from. */
    static Document position(Position position) {
        return new Document("partition", position.partition()).append("offset", position.offset());
    }

    static Document sparse(Document document) {
        document.values().removeIf(value -> value == null);
        return document;
    }

    static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static Value value(Document document) {
        String kind = document.getString("kind");
        return switch (kind) {
            case UNDETERMINED -> new Value.Undetermined(document.getString("cause"));
            case NUMBER ->
                new Value.Measured(document.get("number", Decimal128.class).bigDecimalValue());
            case GRADE -> new Value.Graded(document.getString("grade"));
            default -> Judgement.valueOf(kind);
        };
    }

    private static Proof proof(Document document) {
        Date capturedAt = document.getDate("capturedAt");
        return new Proof(
                document.getString("url"),
                document.getString("title"),
                capturedAt == null ? null : capturedAt.toInstant(),
                document.getString("sha256"),
                document.getString("note"));
    }
}
