package cn.lingpao.evidencereview.adapter.http;

import cn.lingpao.contracts.Cause;
import cn.lingpao.contracts.Text;
import cn.lingpao.evidencereview.application.Page;
import cn.lingpao.evidencereview.application.Report;
import cn.lingpao.evidencereview.application.Report.Outcome;
import cn.lingpao.evidencereview.application.Stage;
import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.Decision;
import cn.lingpao.evidencereview.domain.Observation;
import cn.lingpao.evidencereview.domain.Proof;
import cn.lingpao.evidencereview.domain.ReviewMode;
import cn.lingpao.evidencereview.domain.Value;
import cn.lingpao.evidencereview.domain.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers. */
final class Answers {

    private Answers() {}

    /** {@code FIRST_DECISION} is told as {@code first-decision}. */
    static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object plain(Value value) {
        Object figure = value.number() == null ? value.grade() : value.number();
        return figure == null ? value.kind().name() : figure;
    }

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

    /** What became of a decision, and where its cell stands now. */
    @JsonInclude(Include.NON_NULL)
    record RowReport(
            int line,
            @Nullable String item,
            String outcome,
            @Nullable String state,
            @Nullable String field,
            @Nullable String code,
            @Nullable String reason) {

        static RowReport of(Report.Line row) {
            var fault = row.fault();
            return new RowReport(
                    row.number(),
                    row.cell() == null ? null : row.cell().item(),
                    row.outcome().name().toLowerCase(Locale.ROOT),
                    row.stage() == null ? null : name(row.stage()),
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

    /**
     * A cell as a reviewer sees it: what the first of two decided stays hidden until the second has.
     *
     * @param sampled a result of a program was drawn to be looked at; it stands until people decide
     * @param fallback the check has fallen back to people: its results count no more by themselves
     * @param standing the verdict in force while the review is open
     */
    @JsonInclude(Include.NON_NULL)
    record ReviewItem(
            String item,
            String target,
            String checkPoint,
            String mode,
            String state,
            @Nullable Boolean sampled,
            @Nullable Boolean fallback,
            @Nullable VerdictView standing,
            List<ObservationView> observations,
            List<DecisionView> decisions) {

        static ReviewItem of(Cell cell) {
            Stage stage = Stage.of(cell.state());
            boolean blind = stage == Stage.FIRST_DECISION;
            return new ReviewItem(
                    cell.id().item(),
                    cell.id().targetId(),
                    cell.id().checkPointId(),
                    cell.mode().name().toLowerCase(Locale.ROOT),
                    name(stage),
                    cell.audit().sampled() ? true : null,
                    cell.audit().fallen() ? true : null,
                    Answers.standing(cell),
                    cell.observations().stream().map(ObservationView::of).toList(),
                    cell.state().decisions().stream()
                            .map(each -> DecisionView.of(each, blind))
                            .toList());
        }
    }

    private static @Nullable VerdictView standing(Cell cell) {
        return cell.mode() != ReviewMode.NONE || cell.verdict() == null ? null : VerdictView.of(cell);
    }

    private static @Nullable Text remedy(@Nullable String cause) {
        return Optional.ofNullable(cause)
                .flatMap(Cause::named)
                .map(Cause::remedy)
                .orElse(null);
    }

    /** An observation of a cell, and where nothing could be determined what a person does about it. */
    @JsonInclude(Include.NON_NULL)
    record ObservationView(
            String observationId,
            Object value,
            @Nullable String cause,
            @Nullable Text remedy,
            @Nullable String channel,
            String collector,
            Instant observedAt,
            List<EvidenceView> evidence) {

        static ObservationView of(Observation observation) {
            return new ObservationView(
                    observation.id(),
                    plain(observation.value()),
                    observation.value().cause(),
                    Answers.remedy(observation.value().cause()),
                    observation.channelId(),
                    observation.observer(),
                    observation.observedAt(),
                    observation.evidence().stream().map(EvidenceView::of).toList());
        }
    }

    /** A decision of the present round. */
    @JsonInclude(Include.NON_NULL)
    record DecisionView(
            String by, @Nullable Object value, @Nullable String reason, Instant at) {

        static DecisionView of(Decision decision, boolean blind) {
            return new DecisionView(
                    decision.by(),
                    blind ? null : plain(decision.value()),
                    blind ? null : decision.reason(),
                    decision.at());
        }
    }

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

    /** The verdict in force on a cell. */
    @JsonInclude(Include.NON_NULL)
    record VerdictView(
            String verdictId,
            String target,
            String checkPoint,
            long sequence,
            Object value,
            @Nullable String cause,
            List<String> observationIds,
            List<EvidenceView> evidence,
            List<String> decidedBy,
            @Nullable String reason,
            Instant reachedAt) {

        static VerdictView of(Cell cell) {
            Verdict verdict = Objects.requireNonNull(cell.verdict());
            return new VerdictView(
                    verdict.id(),
                    cell.id().targetId(),
                    cell.id().checkPointId(),
                    verdict.sequence(),
                    plain(verdict.value()),
                    verdict.value().cause(),
                    verdict.observationIds(),
                    verdict.evidence().stream().map(EvidenceView::of).toList(),
                    verdict.decidedBy(),
                    verdict.reason(),
                    verdict.reachedAt());
        }
    }
}
