package cn.lingpao.portal.web;

import cn.lingpao.portal.results.Ranking;
import cn.lingpao.portal.results.Release;
import cn.lingpao.portal.results.Sheet;
import cn.lingpao.portal.results.Words;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The score sheet of a target as a page shows it.
 *
 * @param bonus points from awards; null when the framework knows none
 * @param figures what is published besides the tree
 * @param missing check points that nothing was seen at
 * @param undetermined check points that could not be determined
 * @param decisions what was decided and not computed, scores that were set and parts that were dropped
 */
public record SheetPage(
        Ranking.Target target,
        Mark total,
        @Nullable Words level,
        int shade,
        @Nullable String bonus,
        List<Sheet.Membership> lists,
        List<Row> rows,
        List<Figure> figures,
        int missing,
        int undetermined,
        List<Decided> decisions) {

    /** A figure that is published besides the tree. */
    public record Figure(Words name, Mark mark) {}

    /**
     * A node of the tree with what the target has there.
     *
     * @param set whether its score was decided and not computed
     */
    public record Row(
            Release.Node node, int depth, String weight, Mark mark, boolean set, int missing, int undetermined) {

        /** Whether every check point below has a score. */
        public boolean complete() {
            return missing == 0 && undetermined == 0;
        }
    }

    static SheetPage of(Release.Framework framework, Sheet sheet) {
        Map<String, Sheet.Node> scores =
                sheet.nodes().stream().collect(Collectors.toMap(Sheet.Node::id, Function.identity()));
        Numbers numbers =
                Numbers.fitting(sheet.nodes().stream().map(Sheet.Node::score).flatMap(Stream::ofNullable));
        Set<String> set = Objects.requireNonNullElse(sheet.decisions(), List.<Ranking.Decision>of()).stream()
                .filter(Ranking.Decision::override)
                .map(Ranking.Decision::id)
                .collect(Collectors.toSet());
        List<Row> rows = framework.nodes().stream()
                .map(placed -> row(
                        framework,
                        numbers,
                        placed,
                        scores.get(placed.node().id()),
                        set.contains(placed.node().id())))
                .toList();
        Sheet.Node root = scores.get(framework.tree().id());
        return new SheetPage(
                sheet.target(),
                Mark.total(numbers, sheet.total(), framework),
                framework.level(sheet.level()).map(Release.Level::name).orElse(null),
                RankingPage.shade(framework, sheet.level()),
                bonus(framework, sheet),
                sheet.lists(),
                rows,
                figures(framework, sheet),
                root == null ? 0 : root.missing(),
                root == null ? 0 : root.undetermined(),
                Decided.of(framework, Collections.singletonList(sheet.decisions())));
    }

    private static List<Figure> figures(Release.Framework framework, Sheet sheet) {
        Map<String, Sheet.Figure> scores = Objects.requireNonNullElse(sheet.figures(), List.<Sheet.Figure>of()).stream()
                .collect(Collectors.toMap(Sheet.Figure::id, Function.identity()));
        Numbers numbers = Numbers.fitting(scores.values().stream().map(Sheet.Figure::score));
        return Objects.requireNonNullElse(framework.figures(), List.<Release.Figure>of()).stream()
                .filter(figure -> scores.containsKey(figure.id()))
                .map(figure -> figure(figure.name(), numbers, scores.get(figure.id())))
                .toList();
    }

    private static Figure figure(Words name, Numbers numbers, Sheet.Figure figure) {
        return new Figure(name, Mark.of(numbers, figure.state(), figure.score(), null));
    }

    private static @Nullable String bonus(Release.Framework framework, Sheet sheet) {
        Release.Bonus bonus = framework.bonus();
        return bonus == null ? null : Numbers.plain(sheet.bonus());
    }

    private static Row row(
            Release.Framework framework,
            Numbers numbers,
            Release.Placed placed,
            Sheet.@Nullable Node score,
            boolean set) {
        Release.Node node = placed.node();
        String weight = Numbers.plain(node.weight());
        if (score == null) {
            return new Row(node, placed.depth(), weight, Mark.none(Ranking.State.MISSING), set, 0, 0);
        }
        Mark mark = Mark.of(numbers, score.state(), score.score(), framework.fullMarks());
        return new Row(node, placed.depth(), weight, mark, set, score.missing(), score.undetermined());
    }
}
