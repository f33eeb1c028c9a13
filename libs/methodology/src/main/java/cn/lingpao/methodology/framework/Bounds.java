package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The most that comes out of normalisations, where there is such a bound. */
final class Bounds {

    private Bounds() {}

    static Optional<BigDecimal> after(List<Normalisation> steps, Optional<BigDecimal> before) {
        Optional<BigDecimal> most = before;
        for (Normalisation step : steps) {
            most = after(step, most);
        }
        return most;
    }

    private static Optional<BigDecimal> after(Normalisation step, Optional<BigDecimal> before) {
        return switch (step) {
            case Normalisation.MinMax minMax -> minMax(minMax);
            case Normalisation.PercentileRank rank -> Optional.of(BigDecimal.ONE);
            case Normalisation.DistanceToMaximum distance -> computed(distance);
            case Normalisation.DistanceToReference distance -> capped(distance.cap());
            case Normalisation.DistanceToTarget distance -> capped(distance.cap());
            case Normalisation.FractionOfBest fraction -> computed(fraction);
            case Normalisation.Goalposts posts ->
                posts.truncate() ? Optional.of(posts.to().max(BigDecimal.ZERO)) : Optional.empty();
            case Normalisation.Linear linear ->
                before.filter(most -> rises(linear)).map(most -> linear(linear, most));
            case Normalisation.ZScore score -> Optional.empty();
            case Normalisation.Rank rank -> Optional.empty();
            case Normalisation.Borda borda -> Optional.empty();
            case Normalisation.FractionOfMaximum fraction -> Optional.empty();
            case Normalisation.FractionOfReference fraction -> Optional.empty();
            case Normalisation.FractionOfMean fraction -> Optional.empty();
            case Normalisation.Power power -> Optional.empty();
            case Normalisation.Exponential exponential -> Optional.empty();
            case Normalisation.NormalProbability probability -> Optional.of(BigDecimal.ONE);
            case Normalisation.Tiers tiers ->
                tiers.tiers().stream()
                        .map(Normalisation.Tier::score)
                        .max(Comparator.naturalOrder())
                        .map(most -> tiers.between() == Normalisation.Between.STEPS ? most.max(BigDecimal.ZERO) : most);
        };
    }

    private static Optional<BigDecimal> minMax(Normalisation.MinMax step) {
        boolean open =
                step.lowest() != null || step.highest() != null || step.scope().campaign() != null;
        return open && !step.truncate()
                ? Optional.empty()
                : Optional.of(step.from().max(step.to()));
    }

    private static Optional<BigDecimal> computed(Normalisation step) {
        boolean own = step.scope().campaign() == null && step.scope().frozen().equals(Normalisation.COMPUTED);
        return capped(own);
    }

    private static Optional<BigDecimal> capped(boolean cap) {
        return cap ? Optional.of(BigDecimal.ONE) : Optional.empty();
    }

    private static boolean rises(Normalisation.Linear step) {
        return step.divideBy().signum() * step.times().signum() > 0;
    }

    private static BigDecimal linear(Normalisation.Linear step, BigDecimal most) {
        double value = (most.doubleValue() - step.minus().doubleValue())
                        / step.divideBy().doubleValue()
                        * step.times().doubleValue()
                + step.plus().doubleValue();
        return BigDecimal.valueOf(value);
    }
}
