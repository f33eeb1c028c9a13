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
import java.util.stream.Stream;
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
        BigDecimal basis = basis(rule, sorted.get(first).ranked());
        int next = first + 1;
        while (next < sorted.size()
                && Objects.equals(basis, basis(rule, sorted.get(next).ranked()))) {
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
        Comparator<Candidate> byBasis = Comparator.comparing(member -> basis(rule, member.ranked()), best);
        Comparator<Candidate> sorted =
                rule.method() == RankingRule.Method.ORDINAL ? byBasis.thenComparing(Candidate::ranked, best) : byBasis;
        return sorted.thenComparing(BY_DIVISION);
    }

    private static @Nullable BigDecimal basis(RankingRule rule, @Nullable BigDecimal ranked) {
        Rounding rounding = rule.basis();
        if (ranked == null) {
            return null;
        }
        BigDecimal exact = Decimals.canonical(ranked);
        return rounding == null ? exact : Decimals.canonical(rounding.round(exact));
    }

    private static Entry entry(Framework framework, Candidate member, BigDecimal place) {
        BigDecimal total = member.total();
        BigDecimal rank = member.ranked() == null ? null : place;
        String level = framework.levelsOf() != null
                ? member.level()
                : total == null ? null : framework.level(total).map(Level::id).orElse(null);
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

    /**
     * A member of a list.
     *
     * @param total null when it has none
     * @param ranked what the framework ranks by: the total, or a node or figure; null when it has none
     * @param level where the framework levels something else than the total: its level
     */
    public record Candidate(
            String targetId,
            @Nullable String divisionCode,
            @Nullable BigDecimal total,
            @Nullable BigDecimal ranked,
            @Nullable String level) {

        /** A member that is ranked by its total. */
        public Candidate(String targetId, @Nullable String divisionCode, @Nullable BigDecimal total) {
            this(targetId, divisionCode, total, total, null);
        }

        /** A member with what its sheet has of the node or figure that the framework ranks by. */
        public static Candidate of(Framework framework, Sheet sheet, @Nullable String divisionCode) {
            String by = framework.ranking().of();
            BigDecimal ranked = by == null || by.equals(framework.id()) ? sheet.total() : score(sheet, by);
            return new Candidate(sheet.targetId(), divisionCode, sheet.total(), ranked, sheet.level());
        }

        private static @Nullable BigDecimal score(Sheet sheet, String nodeOrFigure) {
            return Stream.concat(sheet.nodes().stream(), sheet.figures().stream())
                    .filter(each -> each.nodeId().equals(nodeOrFigure))
                    .findFirst()
                    .map(Sheet.NodeScore::score)
                    .orElse(null);
        }
    }

    /**
     * A target's place; ranks are null while it has nothing to be ranked by, total and level while it has no total.
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
