package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.domain.CellId;
import cn.lingpao.evidencereview.domain.Fault;
import cn.lingpao.evidencereview.domain.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of a batch of decisions. */
public sealed interface DecisionRow {

    /** 1-based line of the batch. */
    int line();

    /**
     * A row with every field in its place.
     *
     * @param decidedBy who decided, where an administrator imports what others decided
     * @param at when, for a campaign that is replayed
     */
    record Readable(
            int line,
            CellId cell,
            Value value,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable Instant at)
            implements DecisionRow {}

    /** A row that could not be understood. */
    record Unreadable(int line, Fault fault) implements DecisionRow {}
}
