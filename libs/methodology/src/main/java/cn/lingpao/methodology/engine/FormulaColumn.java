package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.Normalisation;
import java.util.List;

/** A normalisation that is a formula of the number alone. */
final class FormulaColumn extends RowColumn {

    private final Column source;
    private final Normalisation.Formula formula;
    private final double sign;
    private final double[] from;
    private final double[] scores;

    FormulaColumn(Column source, Normalisation.Formula formula, Direction direction) {
        super(source.rows());
        this.source = source;
        this.formula = formula;
        sign = direction == Direction.HIGHER ? 1 : -1;
        List<Normalisation.Tier> tiers = formula instanceof Normalisation.Tiers each ? each.tiers() : List.of();
        from = tiers.stream().mapToDouble(tier -> tier.from().doubleValue()).toArray();
        scores = tiers.stream().mapToDouble(tier -> tier.score().doubleValue()).toArray();
        reads(source);
    }

    @Override
    List<Column> sources() {
        return List.of(source);
    }

    @Override
    void compute(int first, int end) {
        for (int row = first; row < end; row++) {
            if (source.state[row] == Cell.SCORED) {
                score(row, source.value[row]);
            } else {
                copy(row, source);
            }
        }
    }

    private void score(int row, double x) {
        double score =
                switch (formula) {
                    case Normalisation.Power power ->
                        sign * Math.pow(x, power.exponent().doubleValue());
                    case Normalisation.Exponential exponential -> sign * Math.exp(x);
                    case Normalisation.NormalProbability probability -> Normal.below(sign * x);
                    case Normalisation.Tiers tiers -> tier(x, tiers.between());
                };
        if (score == score) {
            number(row, score);
        } else {
            none(row, Cell.undefined(Undefined.NO_POWER));
        }
    }

    private double tier(double x, Normalisation.Between between) {
        long key = Decimals.key(x);
        int reached = -1;
        while (reached + 1 < from.length && Decimals.key(from[reached + 1]) <= key) {
            reached++;
        }
        if (between == Normalisation.Between.STEPS) {
            return reached < 0 ? 0 : scores[reached];
        }
        if (reached < 0 || reached + 1 == from.length) {
            return scores[Math.max(reached, 0)];
        }
        double share = (x - from[reached]) / (from[reached + 1] - from[reached]);
        return scores[reached] + share * (scores[reached + 1] - scores[reached]);
    }

    @Override
    Column origin() {
        return source;
    }

    @Override
    List<Step> steps(int row) {
        if (source.state[row] != Cell.SCORED) {
            return List.of();
        }
        Step step = Step.of(Step.Kind.NORMALISED, Words.of(formula), source.value[row], value[row]);
        return List.of(
                formula instanceof Normalisation.Power power
                        ? step.parameter("exponent", power.exponent().doubleValue())
                        : step);
    }
}
