package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Level;
import cn.lingpao.methodology.framework.RankingRule;
import cn.lingpao.methodology.framework.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
        BigDecimal previous = null;
        int rank = 0;
        for (Candidate member : sorted) {
            BigDecimal basis = basis(rule, member.total());
            if (basis != null) {
                boolean tied = previous != null
                        && basis.compareTo(previous) == 0
                        && rule.method() != RankingRule.Method.ORDINAL;
                rank = tied ? rank : rule.method() == RankingRule.Method.DENSE ? rank + 1 : entries.size() + 1;
            }
            previous = basis;
            entries.add(entry(framework, member, basis == null ? null : rank));
        }
        return new Ranking(entries, displayed(framework, entries));
    }

    private static Comparator<Candidate> bestFirst(RankingRule rule) {
        Comparator<@Nullable BigDecimal> highest = Comparator.nullsLast(Comparator.reverseOrder());
        Comparator<Candidate> byBasis = Comparator.comparing(member -> basis(rule, member.total()), highest);
        Comparator<Candidate> sorted = rule.method() == RankingRule.Method.ORDINAL
                ? byBasis.thenComparing(Candidate::total, highest)
                : byBasis;
        return sorted.thenComparing(BY_DIVISION);
    }

    private static @Nullable BigDecimal basis(RankingRule rule, @Nullable BigDecimal total) {
        Rounding rounding = rule.basis();
        return total == null || rounding == null ? total : rounding.round(Decimals.canonical(total));
    }

    private static Entry entry(Framework framework, Candidate member, @Nullable Integer rank) {
        BigDecimal total = member.total();
        String level =
                total == null ? null : framework.level(total).map(Level::id).orElse(null);
        return new Entry(member.targetId(), member.divisionCode(), rank, total, level);
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

    /** A target's place; rank, total and level are null while it has no total. */
    public record Entry(
            String targetId,
            @Nullable String divisionCode,
            @Nullable Integer rank,
            @Nullable BigDecimal total,
            @Nullable String level) {}
}
