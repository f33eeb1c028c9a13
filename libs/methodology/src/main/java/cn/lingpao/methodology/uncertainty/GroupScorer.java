package cn.lingpao.methodology.uncertainty;

import cn.lingpao.methodology.engine.Group;
import java.util.List;

/** Scores any framework, draw by draw, by the engine itself. */
final class GroupScorer implements Scorer {

    private static final double BILLIONTHS = 1e9;
    private static final double WIDEST = 2e18;

    private final Group group;
    private final int[] rows;
    private final boolean noisy;
    private final List<OpenValues.Cell> open;
    private final int[] cellRows;
    private final int[] cellInputs;
    private final double[] drawn;

    /** @param noisy whether weights are drawn at all */
    GroupScorer(Recorded recorded, boolean noisy, List<OpenValues.Cell> open) {
        this.noisy = noisy;
        this.open = open;
        group = recorded.assessment.group(recorded.compiled);
        rows = recorded.targets.stream().mapToInt(group::row).toArray();
        cellRows = open.stream().mapToInt(cell -> group.row(cell.targetId())).toArray();
        cellInputs = open.stream()
                .mapToInt(cell -> recorded.compiled.inputIndex(cell.pointId()))
                .toArray();
        drawn = new double[recorded.compiled.nodeCount()];
    }

    @Override
    public void score(double[][] weights, double[][] drawnValues, int count, long[][] totals) {
        for (int draw = 0; draw < count; draw++) {
            if (noisy) {
                for (int node = 0; node < drawn.length; node++) {
                    drawn[node] = weights[node][draw];
                }
                group.weights(drawn);
            }
            for (int cell = 0; cell < cellRows.length; cell++) {
                group.set(cellRows[cell], cellInputs[cell], open.get(cell).choice(drawnValues[cell][draw]));
            }
            group.refresh();
            for (int target = 0; target < rows.length; target++) {
                totals[target][draw] = key(group.ranked(rows[target]));
            }
        }
    }

    /** The canonical total in billionths. */
    static long key(double total) {
        return Double.isNaN(total) ? Places.NONE : Math.round(Math.clamp(total * BILLIONTHS, -WIDEST, WIDEST));
    }
}
