package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;

/** The share of its points that a value earns, from 0 to 1. */
final class Shares {

    private Shares() {}

    /** For a benchmark, the plain number: its share is known only when the column is. */
    static double of(Rule rule, Value value) {
        if (value instanceof Value.Word word) {
            return word == Value.Word.MET ? 1 : 0;
        }
        return switch (rule) {
            case Rule.Checklist checklist -> 0;
            case Rule.Graded graded ->
                graded.grades().get(((Value.Grade) value).id()).doubleValue();
            case Rule.Benchmark benchmark -> number(value).doubleValue();
            case Rule.Ratio ratio ->
                Math.clamp(number(value).doubleValue() / ratio.of().doubleValue(), 0, 1);
            case Rule.Tiers tiers -> tier(tiers, number(value));
            case Rule.Count count -> throw new UnsupportedOperationException("count");
            case Rule.Given given -> throw new UnsupportedOperationException("given");
            case Rule.Measure measure -> throw new UnsupportedOperationException("measure");
        };
    }

    static boolean better(Direction direction, double value, double than) {
        return direction == Direction.HIGHER ? value > than : value < than;
    }

    /** The best earns all, except that HIGHER with a best of 0 earns nobody anything. */
    static double against(Direction direction, double base, double value) {
        return switch (direction) {
            case HIGHER -> base == 0 ? 0 : value / base;
            case LOWER -> value == base ? 1 : base / value;
        };
    }

    private static BigDecimal number(Value value) {
        return ((Value.Number) value).number();
    }

    private static double tier(Rule.Tiers rule, BigDecimal number) {
        double share = 0;
        for (Rule.Tier tier : rule.tiers()) {
            if (number.compareTo(tier.from()) >= 0) {
                share = tier.share().doubleValue();
            }
        }
        return share;
    }
}
