package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.contracts.Cause;
import cn.lingpao.contracts.Text;
import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Report;
import cn.lingpao.datacollection.application.Report.Outcome;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Proof;
import cn.lingpao.datacollection.domain.Rejection;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.Value;
import cn.lingpao.datacollection.domain.Value.Judgement;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers. */
final class Answers {

    private Answers() {}

    /** What became of a batch, counted and row by row. */
    record BatchReport(int accepted, int repeated, int rejected, List<RowReport> rows) {

        static BatchReport of(Report report) {
            return new BatchReport(
                    report.count(Outcome.ACCEPTED),
                    report.count(Outcome.REPEATED),
                    report.count(Outcome.REJECTED),
                    report.rows().stream().map(RowReport::of).toList());
        }
    }

    /** What became of a row. */
    @JsonInclude(Include.NON_NULL)
    record RowReport(
            @Nullable Integer line,
            @Nullable String observationId,
            String outcome,
            @Nullable String field,
            @Nullable String code,
            @Nullable String reason) {

        static RowReport of(Report.Line row) {
            var fault = row.fault();
            return new RowReport(
                    row.number(),
                    row.id() == null ? null : row.id().value(),
                    row.outcome().name().toLowerCase(Locale.ROOT),
                    fault == null ? null : fault.field(),
                    fault == null ? null : fault.code().text(),
                    fault == null ? null : fault.reason());
        }
    }

    /** A part of a list. */
    record PageOf<T>(List<T> items, int page, int size, long total) {

        static <S, T> PageOf<T> of(Page<S> page, Function<S, T> shape) {
            return new PageOf<>(page.items().stream().map(shape).toList(), page.page(), page.size(), page.total());
        }
    }

    /** An observation, and where nothing could be determined what a person does about it. */
    @JsonInclude(Include.NON_NULL)
    record ObservationView(
            String observationId,
            String target,
            String group,
            String checkPoint,
            @Nullable String channel,
            Object value,
            @Nullable String cause,
            @Nullable Text remedy,
            Collector collector,
            Instant observedAt,
            List<EvidenceView> evidence,
            Instant recordedAt) {

        static ObservationView of(Observation observation) {
            Submission content = observation.content();
            String cause = content.value() instanceof Value.Undetermined open ? open.cause() : null;
            return new ObservationView(
                    observation.id().value(),
                    content.targetId(),
                    observation.groupId(),
                    content.checkPointId(),
                    content.channelId(),
                    value(content.value()),
                    cause,
                    remedy(cause),
                    new Collector(
                            content.observer().id(), content.observer().kind().name()),
                    content.observedAt(),
                    content.evidence().stream().map(EvidenceView::of).toList(),
                    observation.recordedAt());
        }

        private static @Nullable Text remedy(@Nullable String cause) {
            return Optional.ofNullable(cause)
                    .flatMap(Cause::named)
                    .map(Cause::remedy)
                    .orElse(null);
        }

        private static Object value(Value value) {
            return switch (value) {
                case Judgement judgement -> judgement.name();
                case Value.Undetermined open -> "UNDETERMINED";
                case Value.Measured measured -> measured.number();
                case Value.Graded graded -> graded.grade();
            };
        }
    }

    /** Who observed. */
    record Collector(String id, String kind) {}

    /** What was seen, where and when. */
    @JsonInclude(Include.NON_NULL)
    record EvidenceView(
            @Nullable String url,
            @Nullable String title,
            @Nullable Instant capturedAt,
            @Nullable String sha256,
            @Nullable String note) {

        static EvidenceView of(Proof proof) {
            return new EvidenceView(proof.url(), proof.title(), proof.capturedAt(), proof.sha256(), proof.note());
        }
    }

    /** A refused row. */
    @JsonInclude(Include.NON_NULL)
    record RejectionView(
            String rejectionId,
            @Nullable String target,
            @Nullable Integer line,
            @Nullable String field,
            String code,
            String reason,
            String row,
            Instant rejectedAt) {

        static RejectionView of(Rejection rejection) {
            return new RejectionView(
                    rejection.id(),
                    rejection.targetId(),
                    rejection.line(),
                    rejection.fault().field(),
                    rejection.fault().code().text(),
                    rejection.fault().reason(),
                    rejection.row(),
                    rejection.rejectedAt());
        }
    }
}
