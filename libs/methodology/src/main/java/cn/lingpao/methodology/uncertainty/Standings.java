package cn.lingpao.methodology.uncertainty;

import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.RankingRule;
import cn.lingpao.methodology.framework.Rounding;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of a list in the order that ties fall back on, and how a framework ranks them. */
final class Standings {

    private static final int DIGITS = 9;

    final List<String> targets;
    final Places places;
    final RankKeys keys;

    Standings(Assessment assessment) {
        targets = assessment.roster().stream()
                .filter(member -> assessment.list().contains(member.targetId()))
                .sorted(Comparator.comparing(Member::divisionCode, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Member::targetId))
                .map(Member::targetId)
                .toList();
        RankingRule rule = assessment.framework().ranking();
        boolean ordinal = rule.method() == RankingRule.Method.ORDINAL;
        places = new Places(
                switch (rule.method()) {
                    case COMPETITION -> Places.Method.COMPETITION;
                    case DENSE -> Places.Method.DENSE;
                    case ORDINAL -> Places.Method.ORDINAL;
                    case FRACTIONAL -> Places.Method.FRACTIONAL;
                });
        keys = new RankKeys(
                ordinal ? 1 : unit(rule.basis()),
                rule.basis() == null ? RoundingMode.HALF_UP : rule.basis().mode(),
                rule.direction() == Direction.LOWER);
    }

    /** Billionths to a unit of the rounding. */
    static long unit(@Nullable Rounding rounding) {
        return rounding == null ? 1 : Math.round(Math.pow(10, DIGITS - rounding.digits()));
    }

    /** Doubled ranks of canonical totals; 0 where there is none. */
    long[] ranks(long[] totals) {
        long[][] column = new long[totals.length][1];
        long[][] ranks = new long[totals.length][1];
        for (int target = 0; target < totals.length; target++) {
            keys.of(new long[] {totals[target]}, 1, column[target]);
        }
        places.rank(column, 1, ranks);
        return Arrays.stream(ranks).mapToLong(rank -> rank[0]).toArray();
    }

    /** The target that follows each: by rank, the tied in their order; -1 behind the last and for those without a rank. */
    int[] next(long[] ranks) {
        int[] next = new int[ranks.length];
        Arrays.fill(next, -1);
        int[] order = order(ranks);
        for (int at = 0; at + 1 < order.length && ranks[order[at + 1]] > 0; at++) {
            next[order[at]] = order[at + 1];
        }
        return next;
    }

    /** The targets best first, the tied in their order, those without a rank last. */
    int[] order(long[] ranks) {
        Integer[] order = new Integer[ranks.length];
        Arrays.setAll(order, at -> at);
        Arrays.sort(order, Comparator.comparingLong(at -> ranks[at] == 0 ? Long.MAX_VALUE : ranks[at]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
