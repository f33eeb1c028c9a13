package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that turns the numbers of a group into comparable ones. In the formulas x is the number after its direction:
 * the number itself for HIGHER, minus the number for LOWER; every stated parameter is in the number's own units and turns
 * with it. n, min, max, mean, sd are those of the numbers there are, in the {@link Scope}.
 */
public sealed interface Normalisation {

    /** Whose numbers a parameter is computed from. */
    Scope scope();

    /**
     * Whose numbers count.
     *
     * @param within a category variable: each target among those of its category; null for the whole group
     * @param campaign the parameters are those of that campaign's numbers at this step; null for this campaign's
     * @param frozen stated parameters; what it leaves open is computed
     */
    record Scope(@Nullable String within, @Nullable String campaign, Frozen frozen) {}

    /** Stated parameters of the numbers before their direction, null where they are computed; sd is above zero. */
    record Frozen(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal sd) {}

    /**
     * (x − lowest) ÷ (highest − lowest) × (to − from) + from. The bounds are the smallest and largest number, unless stated.
     *
     * @param truncate numbers beyond a bound count as the bound
     */
    record MinMax(
            BigDecimal from,
            BigDecimal to,
            @Nullable Bound lowest,
            @Nullable Bound highest,
            boolean truncate,
            Scope scope)
            implements Normalisation {}

    /** A bound in the number's own units; LOWER swaps and turns the two. */
    sealed interface Bound {}

    /** This number. */
    record Fixed(BigDecimal value) implements Bound {}

    /** The percentile of the numbers, from 0 to 100, interpolated linearly at (n − 1) × p ÷ 100 (R type 7, PERCENTILE.INC). */
    record Percentile(BigDecimal percent) implements Bound {}

    /** The mean of that many numbers at this end, or of all when there are fewer. */
    record MeanOf(int count) implements Bound {}

    /**
     * (x − mean of the numbers) ÷ their deviation × sd + mean.
     *
     * @param deviation divides by n − 1 or by n
     * @param mean what the mean of the numbers becomes; {@code sd} likewise their deviation
     */
    record ZScore(Deviation deviation, BigDecimal mean, BigDecimal sd, Scope scope) implements Normalisation {}

    /** The two standard deviations. */
    enum Deviation {
        SAMPLE,
        POPULATION
    }

    /** The place of x among the numbers; FIRST tells who is number 1. */
    record Rank(Ties ties, First first, Scope scope) implements Normalisation {}

    /** (rank − 1) ÷ (n − 1) for OTHERS, rank ÷ n for ALL, (rank − ½) ÷ n for MIDPOINTS; the rank counts from the worst. */
    record PercentileRank(Ties ties, Among among, Scope scope) implements Normalisation {}

    /** rank − 1, the rank counted from the worst. */
    record Borda(Ties ties, Scope scope) implements Normalisation {}

    /** The rank of equal numbers: the smallest, the largest or the mean of the places they take. */
    enum Ties {
        MIN,
        MAX,
        AVERAGE
    }

    /** Which number has rank 1. */
    enum First {
        WORST,
        BEST
    }

    /** What a percentile rank is a share of. */
    enum Among {
        OTHERS,
        ALL,
        MIDPOINTS
    }

    /** 1 − (max − x) ÷ (max − min). */
    record DistanceToMaximum(Scope scope) implements Normalisation {}

    /** 1 − (r − x) ÷ (r − min), r the number of the named target; {@code cap}: at most 1. */
    record DistanceToReference(String targetId, boolean cap, Scope scope) implements Normalisation {}

    /** 1 − (t − x) ÷ (t − min), t the stated value; {@code cap}: at most 1. */
    record DistanceToTarget(BigDecimal value, boolean cap, Scope scope) implements Normalisation {}

    /** x ÷ max. For LOWER both are negative, so this is value ÷ smallest value: 1 for the best and more for the others. */
    record FractionOfMaximum(Scope scope) implements Normalisation {}

    /** HIGHER: value ÷ largest value; LOWER: smallest value ÷ value. */
    record FractionOfBest(Scope scope) implements Normalisation {}

    /** HIGHER: value ÷ that of the named target; LOWER: that of the target ÷ value. */
    record FractionOfReference(String targetId, Scope scope) implements Normalisation {}

    /** HIGHER: value ÷ mean of the numbers; LOWER: their mean ÷ value. */
    record FractionOfMean(Scope scope) implements Normalisation {}

    /**
     * (x − low) ÷ (high − low) × to, or the same of natural logarithms. {@code low} and {@code high} are in the number's own
     * units, low below high; for LOWER it is (high − value) ÷ (high − low) × to.
     *
     * @param truncate numbers beyond a goalpost count as the goalpost
     */
    record Goalposts(BigDecimal low, BigDecimal high, BigDecimal to, boolean truncate, Scale scale)
            implements Normalisation {
        @Override
        public Scope scope() {
            return GROUP;
        }
    }

    /** How goalposts measure. */
    enum Scale {
        LINEAR,
        LOG
    }

    /** (number − minus) ÷ divideBy × times + plus, of the number itself; LOWER turns the result's sign before {@code plus}. */
    record Linear(BigDecimal minus, BigDecimal divideBy, BigDecimal times, BigDecimal plus) implements Normalisation {
        @Override
        public Scope scope() {
            return GROUP;
        }
    }

    /** A formula of the number alone, whoever else is in the group. LOWER turns the sign of the result, except of tiers. */
    sealed interface Formula extends Normalisation {
        @Override
        default Scope scope() {
            return GROUP;
        }
    }

    /** The number raised to the exponent, which is not 0. */
    record Power(BigDecimal exponent) implements Formula {}

    /** e to the power of the number. */
    record Exponential() implements Formula {}

    /** The share of a standard normal distribution below the number: what z-scores become as probabilities. */
    record NormalProbability() implements Formula {}

    /** The stated score of the tier that the number is in, whatever the direction; tiers in ascending order. */
    record Tiers(List<Tier> tiers, Between between) implements Formula {
        public Tiers {
            tiers = List.copyOf(tiers);
        }
    }

    /** From this number on, inclusive, this score. */
    record Tier(BigDecimal from, BigDecimal score) {}

    /** What holds between two tiers: the score of the lower one (and 0 below all), or what a straight line gives. */
    enum Between {
        STEPS,
        LINES
    }

    /** Whether one of the steps makes numbers comparable: linear and the formulas only reshape a number. */
    static boolean compares(List<Normalisation> steps) {
        return steps.stream().anyMatch(step -> !(step instanceof Linear) && !(step instanceof Formula));
    }

    /** Nothing is stated. */
    Frozen COMPUTED = new Frozen(null, null, null, null);

    /** The whole group, this campaign. */
    Scope GROUP = new Scope(null, null, COMPUTED);
}
