package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.domain.Cell;
import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each decision of a batch, in the order of the rows. */
public record Report(List<Line> rows) {

    public Report {
        rows = List.copyOf(rows);
    }

    public int count(Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    /** What became of one decision, and where its cell stands now, or the fault for which it was refused. */
    public record Line(
            int number,
            Outcome outcome,
            @Nullable CellId cell,
            @Nullable Stage stage,
            @Nullable Fault fault) {

        static Line of(int number, Outcome outcome, Cell cell) {
            return new Line(number, outcome, cell.id(), Stage.of(cell.state()), null);
        }

        static Line refused(int number, @Nullable CellId cell, Fault fault) {
            return new Line(number, Outcome.REJECTED, cell, null, fault);
        }
    }

    /** The three ways that a decision can go. */
    public enum Outcome {
        ACCEPTED,
        REPEATED,
        REJECTED
    }
}
