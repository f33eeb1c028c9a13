package cn.lingpao.collectorclient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of observations.
 *
 * @param rows one for each observation, in the order they were given
 */
public record Receipt(List<Row> rows) {

    public Receipt {
        rows = List.copyOf(rows);
    }

    public int accepted() {
        return count(Outcome.ACCEPTED);
    }

    public int repeated() {
        return count(Outcome.REPEATED);
    }

    public int rejected() {
        return count(Outcome.REJECTED);
    }

    private int count(Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    /** ACCEPTED is in the log for good, REPEATED was there already, REJECTED changed nothing. */
    public enum Outcome {
        ACCEPTED,
        REPEATED,
        REJECTED
    }

    /**
     * What became of one.
     *
     * @param observationId its id; null when it was rejected
     * @param field where it is at fault
     * @param code the platform's word for the fault, for example {@code unknown-target}
     */
    public record Row(
            Observation observation,
            Outcome outcome,
            @Nullable String observationId,
            @Nullable String field,
            @Nullable String code,
            @Nullable String reason) {}
}
