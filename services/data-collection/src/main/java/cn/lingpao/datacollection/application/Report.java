package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.ObservationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each row of a batch, in the order of the rows. */
public record Report(List<Line> rows) {

    public Report {
        rows = List.copyOf(rows);
    }

    public int count(Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    /** What became of one row: its observation, or the fault for which it was refused. */
    public record Line(
            @Nullable Integer number,
            Outcome outcome,
            @Nullable ObservationId id,
            @Nullable Fault fault) {

        static Line taken(@Nullable Integer number, Outcome outcome, ObservationId id) {
            return new Line(number, outcome, id, null);
        }

        static Line refused(@Nullable Integer number, Fault fault) {
            return new Line(number, Outcome.REJECTED, null, fault);
        }
    }

    /** The three ways that a row can go. */
    public enum Outcome {
        ACCEPTED,
        REPEATED,
        REJECTED
    }
}
