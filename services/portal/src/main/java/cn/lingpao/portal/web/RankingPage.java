package cn.lingpao.portal.web;

import cn.lingpao.portal.results.Ranking;
import cn.lingpao.portal.results.Release;
import cn.lingpao.portal.results.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of a release as a page shows it. Its figures are made from the shown entries only.
 *
 * @param shown how many entries the list shows
 * @param rows the entries that fit the reader's search
 * @param levels how many shown entries are at each level, best first; empty without levels
 * @param dropped parts of the framework that were dropped for everybody
 * @param bands how many shown totals are in each tenth of the scale; empty when there are levels, or no scale
 */
public record RankingPage(
        Release.ListHeading list,
        List<Release.Node> dimensions,
        int shown,
        List<Row> rows,
        List<LevelCount> levels,
        List<Band> bands,
        List<Decided> dropped) {

    private static final int BANDS = 10;

    /** An entry; {@code decided} when a part of its score was set by decision. */
    public record Row(
            @Nullable BigDecimal rank,
            boolean tied,
            Ranking.Target target,
            Mark total,
            boolean decided,
            @Nullable Words level,
            int shade,
            List<Cell> cells) {}

    /** The score of a dimension. */
    public record Cell(Release.Node dimension, Mark mark) {}

    /** A level with its number of shown entries. */
    public record LevelCount(Words level, int shade, int count, String percent) {}

    /** A tenth of the scale with its number of shown totals. */
    public record Band(String from, String to, int count, String percent) {}

    static RankingPage of(Release.Framework framework, Ranking ranking, String search) {
        List<Ranking.Entry> entries = ranking.entries();
        Numbers numbers = numbers(entries);
        return new RankingPage(
                ranking.list(),
                framework.dimensions(),
                entries.size(),
                entries.stream()
                        .filter(entry -> fits(entry.target(), search))
                        .map(entry -> row(framework, numbers, entry))
                        .toList(),
                levels(framework, entries),
                bands(framework, entries),
                Decided.of(
                                framework,
                                entries.stream().map(Ranking.Entry::decisions).toList())
                        .stream()
                        .filter(decided -> !decided.override())
                        .toList());
    }

    private static boolean fits(Ranking.Target target, String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return (target.name().zh() + " " + target.name().en() + " " + target.id())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private static Numbers numbers(List<Ranking.Entry> entries) {
        return Numbers.fitting(entries.stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(Optional.ofNullable(entry.total())),
                        entry.dimensions().stream().map(score -> Optional.ofNullable(score.score()))))
                .flatMap(Optional::stream));
    }

    private static Row row(Release.Framework framework, Numbers numbers, Ranking.Entry entry) {
        Map<String, Ranking.Score> scores =
                entry.dimensions().stream().collect(Collectors.toMap(Ranking.Score::id, Function.identity()));
        return new Row(
                entry.rank(),
                entry.tied(),
                entry.target(),
                Mark.total(numbers, entry.total(), framework),
                decided(entry),
                framework.level(entry.level()).map(Release.Level::name).orElse(null),
                shade(framework, entry.level()),
                framework.dimensions().stream()
                        .map(dimension ->
                                new Cell(dimension, mark(numbers, scores.get(dimension.id()), framework.fullMarks())))
                        .toList());
    }

    private static boolean decided(Ranking.Entry entry) {
        return entry.decisions() != null && entry.decisions().stream().anyMatch(Ranking.Decision::override);
    }

    private static Mark mark(Numbers numbers, Ranking.@Nullable Score score, @Nullable BigDecimal fullMarks) {
        return score == null
                ? Mark.none(Ranking.State.MISSING)
                : Mark.of(numbers, score.state(), score.score(), fullMarks);
    }

    /** 1 for the best level, counting down; 0 without one. */
    static int shade(Release.Framework framework, @Nullable String level) {
        return IntStream.range(0, framework.levels().size())
                        .filter(i -> framework.levels().get(i).id().equals(level))
                        .findFirst()
                        .orElse(-1)
                + 1;
    }

    private static List<LevelCount> levels(Release.Framework framework, List<Ranking.Entry> entries) {
        List<LevelCount> counts = new ArrayList<>();
        for (Release.Level level : framework.levels()) {
            int count = (int) entries.stream()
                    .filter(entry -> level.id().equals(entry.level()))
                    .count();
            counts.add(new LevelCount(level.name(), shade(framework, level.id()), count, share(count, entries.size())));
        }
        return counts;
    }

    /** None with levels, which say more, or without an upper bound to cut into tenths. */
    private static List<Band> bands(Release.Framework framework, List<Ranking.Entry> entries) {
        BigDecimal most = framework.most();
        return most == null || !framework.levels().isEmpty() ? List.of() : bands(most, entries);
    }

    private static List<Band> bands(BigDecimal most, List<Ranking.Entry> entries) {
        int[] counts = new int[BANDS];
        entries.stream()
                .filter(entry -> entry.total() != null)
                .mapToInt(entry -> band(entry.total(), most))
                .forEach(band -> counts[band]++);
        int highest = Math.max(1, IntStream.of(counts).max().orElse(1));
        BigDecimal step = most.divide(BigDecimal.valueOf(BANDS), 9, RoundingMode.HALF_UP);
        return IntStream.range(0, BANDS)
                .mapToObj(i -> new Band(
                        Numbers.plain(step.multiply(BigDecimal.valueOf(i))),
                        Numbers.plain(step.multiply(BigDecimal.valueOf(i + 1L))),
                        counts[i],
                        share(counts[i], highest)))
                .toList();
    }

    private static int band(@Nullable BigDecimal total, BigDecimal most) {
        double share = total == null ? 0 : total.doubleValue() / most.doubleValue();
        return Math.clamp((int) (share * BANDS), 0, BANDS - 1);
    }

    private static String share(int part, int whole) {
        return Numbers.percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }
}
