package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a value becomes a share of a check point's points. Shares lie between 0 and 1 unless a record says otherwise. */
public sealed interface Rule {

    /** √ or ✗: all points or none (the deck, 评估点). */
    record Checklist() implements Rule {}

    /**
     * 标杆法: value ÷ base; for LOWER, base ÷ value.
     *
     * @param base whose value earns full marks
     * @param within a category variable: the best is that of the target's category; null for the group
     * @param cap a value better than the base earns no more than the base
     */
    record Benchmark(
            Direction direction, Base base, @Nullable String within, boolean cap) implements Rule {}

    /** What a benchmark divides by. */
    sealed interface Base {}

    /** The best value there is. */
    record Best() implements Base {}

    /** The value of a named target. */
    record OfTarget(String targetId) implements Base {}

    /** A stated value, above zero. */
    record Fixed(BigDecimal value) implements Base {}

    /** One of some named grades, each with its share from −1 to 1; MET is 1 and NOT_MET is 0 everywhere. */
    record Graded(Map<String, BigDecimal> grades) implements Rule {
        public Graded {
            grades = Collections.unmodifiableMap(new LinkedHashMap<>(grades));
        }
    }

    /**
     * Value ÷ denominator, not below 0; one of {@code of} and {@code by} is given.
     *
     * @param of the denominator, above zero
     * @param by the check point, measure or variable whose number is the denominator
     * @param cap not above 1
     */
    record Ratio(@Nullable BigDecimal of, @Nullable String by, boolean cap) implements Rule {}

    /** The share, from −1 to 1, of the highest threshold reached; 0 below all of them. Kept in ascending order. */
    record Tiers(List<Tier> tiers) implements Rule {
        public Tiers {
            tiers = tiers.stream().sorted(Comparator.comparing(Tier::from)).toList();
        }
    }

    /** An inclusive threshold and the share it earns. */
    record Tier(BigDecimal from, BigDecimal share) {}

    /** A whole number of pieces, each earning {@code each} points (its sign is that of the points), all of them at most the points. */
    record Count(BigDecimal each) implements Rule {}

    /** The value is the points earned, from {@code least} to {@code most}. */
    record Given(BigDecimal least, BigDecimal most) implements Rule {}

    /**
     * The one number of a leaf, worth what comes out of its steps; unbounded. Each step may be null or empty: not taken.
     *
     * @param direction applied when it is normalised; without a normalisation, LOWER turns the sign at the end
     */
    record Measure(
            Direction direction,
            @Nullable Denomination denominate,
            @Nullable Imputation impute,
            @Nullable Winsorisation winsorise,
            @Nullable Logarithm log,
            List<Normalisation> normalise)
            implements Rule {
        public Measure {
            normalise = List.copyOf(normalise);
        }
    }
}
