package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.contracts.Cause;
import cn.lingpao.contracts.Text;
import cn.lingpao.datacollection.application.plan.AskThePlan.Matrix;
import cn.lingpao.datacollection.application.plan.AskThePlan.MatrixRow;
import cn.lingpao.datacollection.application.plan.Counts;
import cn.lingpao.datacollection.application.plan.PlannedCell;
import cn.lingpao.datacollection.domain.plan.Cell;
import cn.lingpao.datacollection.domain.plan.Due;
import cn.lingpao.datacollection.domain.plan.Fallback;
import cn.lingpao.datacollection.domain.plan.Finding;
import cn.lingpao.datacollection.domain.plan.Hold.Act;
import cn.lingpao.datacollection.domain.plan.Task;
import cn.lingpao.datacollection.domain.plan.Words;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers about the plan and its tasks. */
final class PlanAnswers {

    private PlanAnswers() {}

    /** By whom something is due: {@code SYSTEM} with its id, or {@code PERSON}. */
    @JsonInclude(Include.NON_NULL)
    record By(String kind, @Nullable String collector) {

        static By of(Due due) {
            return due.byPeople() ? new By("PERSON", null) : new By("SYSTEM", due.collector());
        }
    }

    /** A check whose results count no more, since when and why: people collect in place of {@code collector}. */
    record FallbackView(
            String collector, String checkPoint, String reason, Instant since, long reviewed, long overturned) {

        static FallbackView of(Fallback fallback) {
            return new FallbackView(
                    fallback.collector(),
                    fallback.checkPointId(),
                    fallback.reason(),
                    fallback.since(),
                    fallback.reviewed(),
                    fallback.overturned());
        }

        static List<FallbackView> of(List<Fallback> fallbacks) {
            return fallbacks.stream().map(FallbackView::of).toList();
        }
    }

    /** A cell; what it has not is left out. {@code fallback}: due by people because a check has fallen back to them. */
    @JsonInclude(Include.NON_NULL)
    record CellView(
            String target,
            String checkPoint,
            Words text,
            String indicator,
            @Nullable String channel,
            By dueBy,
            boolean fallback,
            @Nullable FallbackView fellBack,
            @Nullable LocalDate until,
            String state,
            @Nullable String cause,
            @Nullable Text remedy,
            @Nullable String observationId,
            @Nullable String observer,
            @Nullable Instant observedAt,
            boolean task,
            boolean escalated,
            @Nullable String holder) {

        static CellView of(PlannedCell planned) {
            Task task = planned.task();
            return of(planned.cell(), task);
        }

        static CellView of(Cell cell, @Nullable Task task) {
            Due due = cell.due();
            Finding newest = cell.newest();
            String cause = newest == null ? null : newest.cause();
            return new CellView(
                    due.targetId(),
                    due.point().id(),
                    due.point().text(),
                    due.point().leafId(),
                    due.channelId(),
                    By.of(due),
                    due.fallback() != null,
                    due.fallback() == null ? null : FallbackView.of(due.fallback()),
                    due.until(),
                    cell.state().word(),
                    cause,
                    Optional.ofNullable(cause)
                            .flatMap(Cause::named)
                            .map(Cause::remedy)
                            .orElse(null),
                    newest == null ? null : newest.observationId(),
                    newest == null ? null : newest.observer().id(),
                    newest == null ? null : newest.observedAt(),
                    task != null,
                    task != null && task.escalated(),
                    task == null ? null : task.holder());
        }
    }

    /** Cells counted, {@code fallback} those due by people because a check has fallen back; {@code tasks} and {@code escalated} count check points of targets. */
    record Count(int due, int collected, int undetermined, int notCollected, int tasks, int escalated, int fallback) {

        static Count of(Counts counts) {
            return new Count(
                    counts.due(),
                    counts.collected(),
                    counts.undetermined(),
                    counts.notCollected(),
                    counts.tasks(),
                    counts.escalated(),
                    counts.fallback());
        }
    }

    /** Progress, a row a target, indicator, collector or day. */
    record ProgressView(String by, List<ProgressRow> rows, List<FallbackView> fallbacks) {

        static ProgressView of(String by, Map<String, Counts> rows, List<Fallback> fallbacks) {
            return new ProgressView(
                    by,
                    rows.entrySet().stream()
                            .map(row -> new ProgressRow(row.getKey(), Count.of(row.getValue())))
                            .toList(),
                    FallbackView.of(fallbacks));
        }
    }

    /** A row of progress. */
    record ProgressRow(String key, Count count) {}

    /** The board. */
    record MatrixView(List<Heading> columns, List<RowView> rows, List<FallbackView> fallbacks) {

        static MatrixView of(Matrix matrix) {
            return new MatrixView(
                    matrix.columns().stream()
                            .map(leaf -> new Heading(leaf.id(), leaf.name()))
                            .toList(),
                    matrix.rows().stream().map(RowView::of).toList(),
                    FallbackView.of(matrix.fallbacks()));
        }
    }

    /** What a row or column is about. */
    record Heading(String id, Words name) {}

    /** A row of the board: its fields in the order of the columns. */
    record RowView(Heading target, List<Field> fields) {

        static RowView of(MatrixRow row) {
            return new RowView(
                    new Heading(row.site().targetId(), row.site().name()),
                    row.counts().stream().map(Field::of).toList());
        }
    }

    /** A field of the board; {@code holders} hold its tasks that are claimed, {@code awaited} programs have not delivered. */
    record Field(
            int due,
            int collected,
            int undetermined,
            int tasks,
            int claimed,
            int escalated,
            int fallback,
            Set<String> holders,
            Set<String> awaited) {

        static Field of(Counts counts) {
            return new Field(
                    counts.due(),
                    counts.collected(),
                    counts.undetermined(),
                    counts.tasks(),
                    counts.claimed(),
                    counts.escalated(),
                    counts.fallback(),
                    counts.holders(),
                    counts.awaited());
        }
    }

    /** A task, with the cells that are open, and what was done with it, oldest first. */
    @JsonInclude(Include.NON_NULL)
    record TaskView(
            String target,
            String checkPoint,
            Words text,
            String indicator,
            String state,
            @Nullable String holder,
            @Nullable Instant since,
            @Nullable LocalDate until,
            boolean escalated,
            List<CellView> open,
            List<ActView> acts) {

        static TaskView of(Task task) {
            return new TaskView(
                    task.targetId(),
                    task.point().id(),
                    task.point().text(),
                    task.point().leafId(),
                    task.state().word(),
                    task.holder(),
                    task.since(),
                    task.until(),
                    task.escalated(),
                    task.open().stream().map(cell -> CellView.of(cell, task)).toList(),
                    task.acts().stream().map(ActView::of).toList());
        }
    }

    /** {@code claimed} or {@code returned}, by whom, when, and why. */
    @JsonInclude(Include.NON_NULL)
    record ActView(
            String act, String by, Instant at, @Nullable String reason) {

        static ActView of(Act act) {
            return new ActView(act.kind().name().toLowerCase(Locale.ROOT), act.by(), act.at(), act.reason());
        }
    }
}
