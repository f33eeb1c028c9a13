package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a value becomes a share of a check point's points. Shares lie between 0 and 1. */
public sealed interface Rule {

    /** √ or ✗: all points or none (the deck, 评估点). */
    record Checklist() implements Rule {}

    /** 标杆法: value ÷ best value of the group; for LOWER, best ÷ value. */
    record Benchmark(Direction direction) implements Rule {}

    /** One of some named grades, each with its share; MET is 1 and NOT_MET is 0 everywhere. */
    record Graded(Map<String, BigDecimal> grades) implements Rule {
        public Graded {
            grades = Collections.unmodifiableMap(new LinkedHashMap<>(grades));
        }
    }

    /** Value ÷ {@code of}, not below 0 and not above 1. */
    record Ratio(BigDecimal of) implements Rule {}

    /** The share of the highest threshold reached; 0 below all of them. Kept in ascending order. */
    record Tiers(List<Tier> tiers) implements Rule {
        public Tiers {
            tiers = tiers.stream().sorted(Comparator.comparing(Tier::from)).toList();
        }
    }

    /** An inclusive threshold and the share it earns. */
    record Tier(BigDecimal from, BigDecimal share) {}

    /** Which end of the numbers is the good one. */
    enum Direction {
        HIGHER,
        LOWER
    }
}
