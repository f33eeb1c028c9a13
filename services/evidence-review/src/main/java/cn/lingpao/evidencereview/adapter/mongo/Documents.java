package cn.lingpao.evidencereview.adapter.mongo;

import cn.lingpao.evidencereview.application.Stage;
import cn.lingpao.evidencereview.domain.Audit;
import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Decision;
import cn.lingpao.evidencereview.domain.Observation;
import cn.lingpao.evidencereview.domain.Proof;
import cn.lingpao.evidencereview.domain.ReviewMode;
import cn.lingpao.evidencereview.domain.ReviewState;
import cn.lingpao.evidencereview.domain.Sample;
import cn.lingpao.evidencereview.domain.Value;
import cn.lingpao.evidencereview.domain.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Cells as documents and back. The evidence of a verdict is that of its observations and is not kept twice. */
final class Documents {

    /** {@code campaign/checkPoint}, only where results were drawn, so that its sparse index holds nothing else. */
    static final String SAMPLED = "sampled";

    private Documents() {}

    /** What never changes about a cell. */
    static Document fixed(Cell cell) {
        return new Document("campaign", cell.id().campaignId())
                .append("target", cell.id().targetId())
                .append("checkPoint", cell.id().checkPointId())
                .append("group", cell.groupId())
                .append("mode", cell.mode().name());
    }

    /** What a step may change. */
    static Document changing(Cell cell) {
        Verdict verdict = cell.verdict();
        Document changing = new Document(
                        "observations",
                        cell.observations().stream().map(Documents::of).toList())
                .append("observed", cell.observations().size())
                .append("stage", Stage.of(cell.state()).name())
                .append(
                        "decisions",
                        cell.state().decisions().stream().map(Documents::of).toList())
                .append("past", cell.past().stream().map(Documents::of).toList())
                .append("decided", verdict == null ? 0 : 1)
                .append("verdict", verdict == null ? null : of(verdict))
                .append("fallen", cell.audit().fallen())
                .append(
                        "samples",
                        cell.audit().samples().stream().map(Documents::of).toList())
                .append("version", cell.version() + 1);
        return cell.audit().samples().isEmpty()
                ? changing
                : changing.append(
                        SAMPLED, cell.id().campaignId() + "/" + cell.id().checkPointId());
    }

    static Cell cell(Document document) {
        CellId id = id(document);
        String group = document.getString("group");
        List<Observation> observations = list(document, "observations").stream()
                .map(Documents::observation)
                .toList();
        List<Decision> decisions = decisions(document, "decisions");
        Document verdict = document.get("verdict", Document.class);
        return new Cell(
                id,
                group,
                ReviewMode.valueOf(document.getString("mode")),
                observations,
                state(Stage.valueOf(document.getString("stage")), decisions),
                decisions(document, "past"),
                verdict == null ? null : verdict(id, group, observations, verdict),
                new Audit(document.getBoolean("fallen", false), samples(document)),
                List.of(),
                document.get("version", Number.class).longValue());
    }

    static CellId id(Document document) {
        return new CellId(
                document.getString("campaign"), document.getString("target"), document.getString("checkPoint"));
    }

    static List<Sample> samples(Document document) {
        return list(document, "samples").stream().map(Documents::sample).toList();
    }

    private static Document of(Sample sample) {
        return sparse(new Document("collector", sample.collector())
                .append("channel", sample.channelId())
                .append("observation", sample.observationId())
                .append("recordedAt", date(sample.recordedAt()))
                .append("outcome", sample.outcome().name()));
    }

    private static Sample sample(Document document) {
        return new Sample(
                document.getString("collector"),
                document.getString("channel"),
                document.getString("observation"),
                document.getDate("recordedAt").toInstant(),
                Sample.Outcome.valueOf(document.getString("outcome")));
    }

    private static ReviewState state(Stage stage, List<Decision> decisions) {
        return switch (stage) {
            case UNREVIEWED -> new ReviewState.Unreviewed();
            case OPEN -> new ReviewState.Open();
            case FIRST_DECISION -> new ReviewState.FirstDecision(decisions.getFirst());
            case DISPUTED -> new ReviewState.Disputed(decisions.getFirst(), decisions.getLast());
            case DECIDED -> new ReviewState.Decided(decisions);
        };
    }

    private static Document of(Observation observation) {
        return sparse(new Document("id", observation.id())
                .append("value", of(observation.value()))
                .append("channel", observation.channelId())
                .append("observer", observation.observer())
                .append("automatic", observation.automatic())
                .append("observedAt", date(observation.observedAt()))
                .append("recordedAt", date(observation.recordedAt()))
                .append(
                        "evidence",
                        observation.evidence().stream().map(Documents::of).toList()));
    }

    private static Observation observation(Document document) {
        return new Observation(
                document.getString("id"),
                value(document.get("value", Document.class)),
                document.getString("channel"),
                document.getString("observer"),
                document.getBoolean("automatic", false),
                document.getDate("observedAt").toInstant(),
                document.getDate("recordedAt").toInstant(),
                list(document, "evidence").stream().map(Documents::proof).toList());
    }

    private static Document of(Decision decision) {
        return sparse(new Document("by", decision.by())
                .append("value", of(decision.value()))
                .append("reason", decision.reason())
                .append("at", date(decision.at())));
    }

    private static List<Decision> decisions(Document document, String field) {
        return list(document, field).stream()
                .map(each -> new Decision(
                        each.getString("by"),
                        value(each.get("value", Document.class)),
                        each.getString("reason"),
                        each.getDate("at").toInstant()))
                .toList();
    }

    private static Document of(Verdict verdict) {
        return sparse(new Document("sequence", verdict.sequence())
                .append("value", of(verdict.value()))
                .append("observationIds", verdict.observationIds())
                .append("decidedBy", verdict.decidedBy())
                .append("reason", verdict.reason())
                .append("reachedAt", date(verdict.reachedAt())));
    }

    private static Verdict verdict(CellId id, String group, List<Observation> observations, Document document) {
        List<String> basis = document.getList("observationIds", String.class);
        List<Proof> evidence = observations.stream()
                .filter(each -> basis.contains(each.id()))
                .flatMap(each -> each.evidence().stream())
                .toList();
        return new Verdict(
                id,
                group,
                document.get("sequence", Number.class).longValue(),
                value(document.get("value", Document.class)),
                basis,
                evidence,
                document.getList("decidedBy", String.class),
                document.getString("reason"),
                document.getDate("reachedAt").toInstant());
    }

    private static Document of(Value value) {
        BigDecimal number = value.number();
        return sparse(new Document("kind", value.kind().name())
                .append("number", number == null ? null : new Decimal128(number))
                .append("grade", value.grade())
                .append("cause", value.cause()));
    }

    private static Value value(Document document) {
        Decimal128 number = document.get("number", Decimal128.class);
        return new Value(
                Value.Kind.valueOf(document.getString("kind")),
                number == null ? null : number.bigDecimalValue(),
                document.getString("grade"),
                document.getString("cause"));
    }

    private static Document of(Proof proof) {
        return sparse(new Document("url", proof.url())
                .append("title", proof.title())
                .append("capturedAt", date(proof.capturedAt()))
                .append("sha256", proof.sha256())
                .append("note", proof.note()));
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

    private static List<Document> list(Document document, String field) {
        return document.getList(field, Document.class, List.of());
    }

    static Document sparse(Document document) {
        document.values().removeIf(value -> value == null);
        return document;
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }
}
