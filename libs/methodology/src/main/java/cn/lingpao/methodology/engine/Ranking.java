package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Level;
import cn.lingpao.methodology.framework.RankingRule;
import cn.lingpao.methodology.framework.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ranks of the members of one list.
 *
 * @param entries best first; ties by division code and then target id; targets without a total last
 * @param displayed the same entries in the order in which the framework wants them shown: by level, and inside a level by
 *     division code or by score
 */
public record Ranking(List<Entry> entries, List<Entry> displayed) {

    private static final Comparator<Candidate> BY_DIVISION = Comparator.comparing(
                    Candidate::divisionCode, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Candidate::targetId);

    public Ranking {
        entries = List.copyOf(entries);
        displayed = List.copyOf(displayed);
    }

    /** Ranks the members as the framework's ranking rule says; the order of {@code members} plays no part. */
    public static Ranking of(Framework framework, Collection<Candidate> members) {
        RankingRule rule = framework.ranking();
        List<Candidate> sorted = members.stream().sorted(bestFirst(rule)).toList();
        List<Entry> entries = new ArrayList<>();
        int distinct = 0;
        for (int first = 0; first < sorted.size(); ) {
            int next = afterTied(rule, sorted, first);
            distinct++;
            for (int place = first; place < next; place++) {
                entries.add(entry(framework, sorted.get(place), rank(rule, first, next, place, distinct)));
            }
            first = next;
        }
        return new Ranking(entries, displayed(framework, entries));
    }

    private static int afterTied(RankingRule rule, List<Candidate> sorted, int first) {
        BigDecimal basis = basis(rule, sorted.get(first).total());
        int next = first + 1;
        while (next < sorted.size()
                && Objects.equals(basis, basis(rule, sorted.get(next).total()))) {
            next++;
        }
        return next;
    }

    private static BigDecimal rank(RankingRule rule, int first, int next, int place, int distinct) {
        return switch (rule.method()) {
            case COMPETITION -> BigDecimal.valueOf(first + 1);
            case DENSE -> BigDecimal.valueOf(distinct);
            case ORDINAL -> BigDecimal.valueOf(place + 1);
            case FRACTIONAL -> Decimals.canonical((first + 1 + next) / 2.0);
        };
    }

    private static Comparator<Candidate> bestFirst(RankingRule rule) {
        Comparator<BigDecimal> first =
                rule.direction() == Direction.HIGHER ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<@Nullable BigDecimal> best = Comparator.nullsLast(first);
        Comparator<Candidate> byBasis = Comparator.comparing(member -> basis(rule, member.total()), best);
        Comparator<Candidate> sorted =
                rule.method() == RankingRule.Method.ORDINAL ? byBasis.thenComparing(Candidate::total, best) : byBasis;
        return sorted.thenComparing(BY_DIVISION);
    }

    private static @Nullable BigDecimal basis(RankingRule rule, @Nullable BigDecimal total) {
        Rounding rounding = rule.basis();
        if (total == null) {
            return null;
        }
        BigDecimal exact = Decimals.canonical(total);
        return rounding == null ? exact : Decimals.canonical(rounding.round(exact));
    }

    private static Entry entry(Framework framework, Candidate member, BigDecimal place) {
        BigDecimal total = member.total();
        BigDecimal rank = total == null ? null : place;
        String level =
                total == null ? null : framework.level(total).map(Level::id).orElse(null);
        Integer whole =
                rank == null ? null : rank.setScale(0, RoundingMode.FLOOR).intValueExact();
        return new Entry(member.targetId(), member.divisionCode(), whole, total, level, rank);
    }

    private static List<Entry> displayed(Framework framework, List<Entry> entries) {
        if (framework.ranking().order() == RankingRule.Order.SCORE
                || framework.levels().isEmpty()) {
            return entries;
        }
        List<String> levels = framework.levels().stream().map(Level::id).toList();
        Comparator<Entry> byLevel = Comparator.comparingInt(entry -> entry.total() == null
                ? Integer.MAX_VALUE
                : entry.level() == null ? levels.size() : levels.indexOf(entry.level()));
        return entries.stream()
                .sorted(byLevel.thenComparing(Entry::divisionCode, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Entry::targetId))
                .toList();
    }

    /** A member of a list with its total, null when it has none. */
    public record Candidate(
            String targetId,
            @Nullable String divisionCode,
            @Nullable BigDecimal total) {}

    /**
     * A target's place; ranks, total and level are null while it has no total.
     *
     * @param rank the whole part of the rank
     * @param exactRank the rank, which a fractional method may put half way
     */
    public record Entry(
            String targetId,
            @Nullable String divisionCode,
            @Nullable Integer rank,
            @Nullable BigDecimal total,
            @Nullable String level,
            @Nullable BigDecimal exactRank) {}
}
