package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Clamp;
import cn.lingpao.methodology.framework.Rounding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a node's score last: it is clamped, capped by vetoes, rounded, and overridden by decision. */
final class FinishColumn extends RowColumn {

    /** A veto column holds 1 in the rows that it caps. */
    record Cap(String point, VetoColumn veto, double most) {}

    final Column source;
    final @Nullable Clamp clamp;
    final @Nullable Rounding rounding;
    final List<Cap> caps;
    private final double[] overrides;

    /**
     * @param overrides the decided score of a row, NaN for none; empty when there is none at all
     */
    FinishColumn(
            Column source, @Nullable Clamp clamp, List<Cap> caps, @Nullable Rounding rounding, double[] overrides) {
        super(source.rows());
        this.source = source;
        this.clamp = clamp;
        this.caps = caps;
        this.rounding = rounding;
        this.overrides = overrides;
        reads(source);
        caps.forEach(cap -> reads(cap.veto()));
    }

    @Override
    List<Column> sources() {
        List<Column> sources = new ArrayList<>(List.of(source));
        caps.forEach(cap -> sources.add(cap.veto()));
        return sources;
    }

    @Override
    void compute(int from, int to) {
        for (int row = from; row < to; row++) {
            if (overridden(row)) {
                number(row, overrides[row]);
            } else if (source.state[row] != Cell.SCORED) {
                copy(row, source);
            } else {
                number(row, rounded(capped(row, clamped(source.value[row]))));
            }
        }
    }

    boolean overridden(int row) {
        return overrides.length > 0
                && overrides[row] == overrides[row]
                && source.state[row] != Cell.SCREENED
                && source.state[row] != Cell.EXCLUDED;
    }

    double clamped(double score) {
        if (clamp == null) {
            return score;
        }
        double raised = clamp.min() == null ? score : Math.max(clamp.min().doubleValue(), score);
        return clamp.max() == null ? raised : Math.min(clamp.max().doubleValue(), raised);
    }

    double capped(int row, double score) {
        double capped = score;
        for (int i = 0; i < caps.size(); i++) {
            capped = caps.get(i).veto().applies(row)
                    ? Math.min(capped, caps.get(i).most())
                    : capped;
        }
        return capped;
    }

    private double rounded(double score) {
        return rounding == null ? score : Decimals.round(score, rounding);
    }

    @Override
    Column origin() {
        return source;
    }

    @Override
    List<Step> steps(int row) {
        double score = source.value[row];
        if (overridden(row)) {
            return List.of(Step.of(Step.Kind.OVERRIDDEN, "", score, value[row]));
        }
        if (source.state[row] != Cell.SCORED) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        double clamped = clamped(score);
        if (clamped != score) {
            steps.add(Step.of(Step.Kind.CLAMPED, "", score, clamped));
        }
        for (Cap cap : caps) {
            if (cap.veto().applies(row)) {
                steps.add(Step.of(Step.Kind.VETOED, "", clamped, Math.min(clamped, cap.most()))
                        .with(cap.point())
                        .parameter("cap", cap.most()));
                clamped = Math.min(clamped, cap.most());
            }
        }
        if (rounding != null) {
            steps.add(Step.of(Step.Kind.ROUNDED, Words.of(rounding.mode()), clamped, value[row])
                    .parameter("digits", rounding.digits()));
        }
        return steps;
    }
}
