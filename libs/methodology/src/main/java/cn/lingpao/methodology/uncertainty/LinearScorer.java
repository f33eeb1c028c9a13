package cn.lingpao.methodology.uncertainty;

import cn.lingpao.methodology.framework.Rounding;
import java.math.RoundingMode;
import java.util.Arrays;

/** Scores a tree that is linear in what its leaves hold, by matrix products. */
final class LinearScorer implements Scorer {

    private static final double BILLIONTHS = 1e9;

    private final Shared shared;
    private final LinearTree.Scratch scratch;
    private final double[][] scores;

    /**
     * What all threads share.
     *
     * @param scored whether the target has a total
     * @param bonus what is added to the root, by target
     * @param unit billionths that totals are rounded to; 1 leaves them canonical
     */
    record Shared(LinearTree tree, boolean[] scored, double[] bonus, long unit, RoundingMode mode) {}

    LinearScorer(Shared shared) {
        this.shared = shared;
        scratch = shared.tree.scratch(BLOCK);
        scores = new double[shared.scored.length][BLOCK];
    }

    @Override
    public void score(double[][] weights, double[][] open, int count, long[][] totals) {
        shared.tree.scores(weights, scratch, count, scores);
        for (int target = 0; target < totals.length; target++) {
            if (shared.scored[target]) {
                canonical(scores[target], shared.bonus[target], count, totals[target]);
            } else {
                Arrays.fill(totals[target], 0, count, Places.NONE);
            }
            if (shared.unit > 1) {
                round(totals[target], count);
            }
        }
    }

    /** HALF_UP; a score is so seldom just between two billionths that its shortest decimal is not asked for here. */
    private static void canonical(double[] scores, double bonus, int count, long[] totals) {
        for (int draw = 0; draw < count; draw++) {
            double scaled = (scores[draw] + bonus) * BILLIONTHS;
            totals[draw] = (long) (scaled + Math.copySign(0.5, scaled));
        }
    }

    private void round(long[] totals, int count) {
        for (int draw = 0; draw < count; draw++) {
            if (totals[draw] != Places.NONE) {
                totals[draw] = Rounding.units(totals[draw], shared.unit, shared.mode) * shared.unit;
            }
        }
    }
}
