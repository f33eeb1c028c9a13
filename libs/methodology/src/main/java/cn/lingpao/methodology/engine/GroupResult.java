package cn.lingpao.methodology.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The result of scoring a group. Sheets are made when they are asked for. */
public final class GroupResult {

    private final Matrix matrix;
    private final Map<String, BigDecimal> awards;

    GroupResult(Matrix matrix, Map<String, BigDecimal> awards) {
        this.matrix = matrix;
        this.awards = Map.copyOf(awards);
    }

    /** All sheets, by target id. */
    public List<Sheet> sheets() {
        return IntStream.range(0, matrix.targets.size()).mapToObj(this::sheet).toList();
    }

    /** The sheet of a member of the group. */
    public Optional<Sheet> sheet(String targetId) {
        return Optional.ofNullable(matrix.row.get(targetId)).map(this::sheet);
    }

    private Sheet sheet(int row) {
        BigDecimal points = awards.getOrDefault(matrix.targets.get(row), BigDecimal.ZERO);
        return new SheetWriter(matrix, row).write(points);
    }
}
