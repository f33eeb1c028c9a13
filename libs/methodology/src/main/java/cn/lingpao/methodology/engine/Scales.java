package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.Normalisation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The formula of a normalisation for the numbers of a group.
 *
 * @param reference the row of the reference target; -1 for none
 * @param scores whether the numbers are sums and means of others, not given ones
 */
record Scales(Normalisation method, Direction direction, int reference, boolean scores) {

    private static final double ALL = Double.POSITIVE_INFINITY;
    private static final double RELATIVE_NOISE = 1e-14;
    private static final double NOISE_OF_SCORES = 1e-12;

    /** Whether it takes no parameter from the group. */
    boolean fixed() {
        Normalisation.Frozen frozen = method.scope().frozen();
        boolean min = frozen.min() != null;
        boolean max = frozen.max() != null;
        return switch (method) {
            case Normalisation.Goalposts posts -> true;
            case Normalisation.Linear linear -> true;
            case Normalisation.MinMax bounds -> stated(bounds.lowest(), min) && stated(bounds.highest(), max);
            case Normalisation.ZScore score -> frozen.mean() != null && frozen.sd() != null;
            case Normalisation.DistanceToMaximum distance -> min && max;
            case Normalisation.DistanceToTarget distance -> higher() ? min : max;
            case Normalisation.FractionOfMaximum fraction -> higher() ? max : min;
            case Normalisation.FractionOfBest fraction -> higher() ? max : min;
            case Normalisation.DistanceToReference distance -> false;
            case Normalisation.FractionOfReference fraction -> false;
            case Normalisation.FractionOfMean fraction -> frozen.mean() != null;
            case Normalisation.Rank rank -> false;
            case Normalisation.PercentileRank rank -> false;
            case Normalisation.Borda borda -> false;
            case Normalisation.Formula formula -> true;
        };
    }

    /** Whether a parameter is stated, so that a number may lie anywhere beside it. */
    boolean stated() {
        return fixed()
                || !method.scope().frozen().equals(Normalisation.COMPUTED)
                || method.scope().campaign() != null;
    }

    private static boolean stated(Normalisation.@Nullable Bound bound, boolean frozen) {
        return bound == null ? frozen : bound instanceof Normalisation.Fixed;
    }

    /** Whether it takes the number of a reference target. */
    boolean referenced() {
        return method instanceof Normalisation.DistanceToReference
                || method instanceof Normalisation.FractionOfReference;
    }

    /** Whether the smallest and largest number (and that of the reference) are all it takes from the group. */
    boolean extremesOnly() {
        return switch (method) {
            case Normalisation.ZScore score -> false;
            case Normalisation.FractionOfMean fraction -> false;
            case Normalisation.MinMax bounds -> isExtreme(bounds.lowest()) && isExtreme(bounds.highest());
            default -> true;
        };
    }

    private static boolean isExtreme(Normalisation.@Nullable Bound bound) {
        return bound == null || bound instanceof Normalisation.Fixed;
    }

    /** For numbers of which all is known; {@code all} holds the reference, whatever its category. */
    Scaling of(double[] numbers, double[] all) {
        Moments moments = Moments.of(numbers);
        if (moments.n() == 0) {
            return fixed() ? of(Double.NaN, Double.NaN, all) : Scaling.none(Undefined.TOO_FEW);
        }
        if (method instanceof Normalisation.ZScore score) {
            return zScore(score, moments);
        }
        if (method instanceof Normalisation.FractionOfMean) {
            return quotient(number(method.scope().frozen().mean(), moments.mean()), Undefined.DENOMINATOR_ZERO);
        }
        if (method instanceof Normalisation.MinMax bounds && !extremesOnly()) {
            double[] sorted = Order.sorted(numbers);
            Normalisation.Frozen frozen = method.scope().frozen();
            return minMax(
                    bounds,
                    bound(bounds.lowest(), sorted, false, number(frozen.min(), moments.min())),
                    bound(bounds.highest(), sorted, true, number(frozen.max(), moments.max())));
        }
        return of(moments.min(), moments.max(), all);
    }

    /** For numbers of which the smallest and largest are known; NaN when there is none. */
    Scaling of(double smallest, double largest, double[] all) {
        if (smallest != smallest && !fixed()) {
            return Scaling.none(Undefined.TOO_FEW);
        }
        Normalisation.Frozen frozen = method.scope().frozen();
        double min = number(frozen.min(), smallest);
        double max = number(frozen.max(), largest);
        double sign = higher() ? 1 : -1;
        double least = higher() ? min : -max;
        double most = higher() ? max : -min;
        return switch (method) {
            case Normalisation.MinMax bounds ->
                minMax(bounds, stated(bounds.lowest(), min), stated(bounds.highest(), max));
            case Normalisation.ZScore score -> zScore(score, null);
            case Normalisation.DistanceToMaximum distance -> distance(least, most, ALL);
            case Normalisation.DistanceToReference distance ->
                reference < 0 || all[reference] != all[reference]
                        ? Scaling.none(Undefined.NO_REFERENCE)
                        : distance(least, sign * all[reference], distance.cap() ? 1 : ALL);
            case Normalisation.DistanceToTarget distance ->
                distance(least, sign * distance.value().doubleValue(), distance.cap() ? 1 : ALL);
            case Normalisation.FractionOfMaximum fraction ->
                most == 0 ? Scaling.none(Undefined.BEST_ZERO) : Scaling.linear(sign, 0, most, 1, 0);
            case Normalisation.FractionOfBest fraction -> quotient(higher() ? max : min, Undefined.BEST_ZERO);
            case Normalisation.Goalposts posts -> goalposts(posts);
            case Normalisation.Linear linear ->
                Scaling.linear(
                        1,
                        linear.minus().doubleValue(),
                        linear.divideBy().doubleValue(),
                        sign * linear.times().doubleValue(),
                        linear.plus().doubleValue());
            case Normalisation.FractionOfReference fraction ->
                reference < 0 || all[reference] != all[reference]
                        ? Scaling.none(Undefined.NO_REFERENCE)
                        : quotient(all[reference], Undefined.DENOMINATOR_ZERO);
            case Normalisation.FractionOfMean fraction ->
                quotient(number(frozen.mean(), Double.NaN), Undefined.DENOMINATOR_ZERO);
            case Normalisation.Rank rank -> throw new IllegalStateException("has no formula");
            case Normalisation.PercentileRank rank -> throw new IllegalStateException("has no formula");
            case Normalisation.Borda borda -> throw new IllegalStateException("has no formula");
            case Normalisation.Formula formula -> throw new IllegalStateException("has no parameters");
        };
    }

    /** What arithmetic leaves of equal numbers makes nobody better. */
    private boolean same(double one, double other) {
        double size = Math.max(Math.abs(one), Math.abs(other));
        return one == other || Math.abs(one - other) <= Math.max(scores ? NOISE_OF_SCORES : 0, RELATIVE_NOISE * size);
    }

    private boolean higher() {
        return direction == Direction.HIGHER;
    }

    private Scaling minMax(Normalisation.MinMax bounds, double low, double high) {
        if (same(low, high)) {
            return Scaling.none(Undefined.ALL_EQUAL);
        }
        if (low > high) {
            return Scaling.none(Undefined.BOUNDS_CROSSED);
        }
        double from = bounds.from().doubleValue();
        double range = bounds.to().doubleValue() - from;
        Scaling scaling = higher()
                ? Scaling.linear(1, low, high - low, range, from)
                : Scaling.linear(-1, -high, high - low, range, from);
        return bounds.truncate() ? scaling.clipped(0, 1) : scaling;
    }

    private Scaling zScore(Normalisation.ZScore score, @Nullable Moments moments) {
        Normalisation.Frozen frozen = method.scope().frozen();
        boolean sample = score.deviation() == Normalisation.Deviation.SAMPLE;
        if (frozen.sd() == null && (moments == null || sample && moments.n() < 2)) {
            return Scaling.none(Undefined.TOO_FEW);
        }
        if (frozen.sd() == null && moments != null && same(moments.min(), moments.max())) {
            return Scaling.none(Undefined.ALL_EQUAL);
        }
        double mean = number(frozen.mean(), moments == null ? 0 : moments.mean());
        double sd = number(frozen.sd(), moments == null ? 0 : moments.deviation(sample));
        double sign = higher() ? 1 : -1;
        return Scaling.linear(
                sign, sign * mean, sd, score.sd().doubleValue(), score.mean().doubleValue());
    }

    /** 1 − (top − x) ÷ (top − least) is (x − least) ÷ (top − least). */
    private Scaling distance(double least, double top, double cap) {
        if (same(least, top)) {
            return Scaling.none(Undefined.ALL_EQUAL);
        }
        return Scaling.linear(higher() ? 1 : -1, least, top - least, 1, 0).clipped(-ALL, cap);
    }

    private Scaling quotient(double best, Undefined zero) {
        if (higher()) {
            return best == 0 ? Scaling.none(zero) : Scaling.linear(1, 0, best, 1, 0);
        }
        return Scaling.linear(1, 0, best, 1, 0).in(Scaling.Form.RECIPROCAL);
    }

    private Scaling goalposts(Normalisation.Goalposts posts) {
        boolean log = posts.scale() == Normalisation.Scale.LOG;
        double low = log ? Math.log(posts.low().doubleValue()) : posts.low().doubleValue();
        double high = log ? Math.log(posts.high().doubleValue()) : posts.high().doubleValue();
        double to = posts.to().doubleValue();
        Scaling scaling =
                higher() ? Scaling.linear(1, low, high - low, to, 0) : Scaling.linear(-1, -high, high - low, to, 0);
        Scaling shaped = log ? scaling.in(Scaling.Form.LOGARITHMIC) : scaling;
        return posts.truncate() ? shaped.clipped(0, 1) : shaped;
    }

    private static double bound(
            Normalisation.@Nullable Bound bound, double[] sorted, boolean highest, double otherwise) {
        if (bound instanceof Normalisation.MeanOf mean) {
            return Order.meanOf(sorted, mean.count(), highest);
        }
        return bound instanceof Normalisation.Percentile percentile
                ? Order.quantile(sorted, percentile.percent().doubleValue() / 100)
                : stated(bound, otherwise);
    }

    private static double stated(Normalisation.@Nullable Bound bound, double otherwise) {
        return bound instanceof Normalisation.Fixed fixed ? fixed.value().doubleValue() : otherwise;
    }

    private static double number(@Nullable BigDecimal stated, double otherwise) {
        return stated == null ? otherwise : stated.doubleValue();
    }

    /** A step with the parameters in the number's own units. */
    Step described(Scaling scaling, Step step) {
        if (scaling.why() != Cell.SCORED) {
            return step;
        }
        double own = scaling.sign() < 0 ? -1 : 1;
        double low = own * scaling.minus();
        double high = own * (scaling.minus() + scaling.divide());
        return switch (method) {
            case Normalisation.MinMax bounds -> range(step, low, high);
            case Normalisation.Goalposts posts ->
                range(step, posts.low().doubleValue(), posts.high().doubleValue());
            case Normalisation.ZScore score -> step.parameter("mean", low).parameter("sd", scaling.divide());
            case Normalisation.DistanceToMaximum distance -> range(step, low, high);
            case Normalisation.DistanceToReference distance ->
                step.parameter("worst", low).parameter("reference", high).with(distance.targetId());
            case Normalisation.DistanceToTarget distance ->
                step.parameter("worst", low).parameter("target", high);
            case Normalisation.FractionOfMaximum fraction -> step.parameter("max", own * scaling.divide());
            case Normalisation.FractionOfBest fraction -> step.parameter("best", scaling.divide());
            case Normalisation.FractionOfReference fraction ->
                step.parameter("reference", scaling.divide()).with(fraction.targetId());
            case Normalisation.FractionOfMean fraction -> step.parameter("mean", scaling.divide());
            case Normalisation.Linear linear ->
                step.parameter("minus", scaling.minus())
                        .parameter("divideBy", scaling.divide())
                        .parameter("times", scaling.times())
                        .parameter("plus", scaling.plus());
            case Normalisation.Rank rank -> step;
            case Normalisation.PercentileRank rank -> step;
            case Normalisation.Borda borda -> step;
            case Normalisation.Formula formula -> step;
        };
    }

    private static Step range(Step step, double one, double other) {
        return step.parameter("min", Math.min(one, other)).parameter("max", Math.max(one, other));
    }
}
