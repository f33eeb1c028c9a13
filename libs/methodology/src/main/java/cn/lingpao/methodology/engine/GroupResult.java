package cn.lingpao.methodology.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The result of scoring a group. Sheets are made when they are asked for. */
public final class GroupResult {

    private final Group group;

    GroupResult(Group group) {
        this.group = group;
    }

    /** All sheets, by target id. */
    public List<Sheet> sheets() {
        return IntStream.range(0, group.targets.size()).mapToObj(this::sheet).toList();
    }

    /** The sheet of a member of the group. */
    public Optional<Sheet> sheet(String targetId) {
        int row = group.row(targetId);
        return row < 0 ? Optional.empty() : Optional.of(sheet(row));
    }

    /** The rank among the whole group, as the framework ranks; empty for a target without one. */
    public Optional<BigDecimal> rank(String targetId) {
        return decimal(group.rank(group.row(targetId)));
    }

    /**
     * The rank by a node (the root's is by the total) or figure, as that is ranked; empty for a target without one.
     *
     * @throws IllegalArgumentException for an unknown node or figure
     */
    public Optional<BigDecimal> rank(String nodeOrFigure, String targetId) {
        return decimal(group.rank(nodeOrFigure, group.row(targetId)));
    }

    private static Optional<BigDecimal> decimal(double rank) {
        return rank == rank ? Optional.of(Decimals.canonical(rank)) : Optional.empty();
    }

    private Sheet sheet(int row) {
        return new SheetWriter(group, row).write();
    }
}
