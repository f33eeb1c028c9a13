package cn.lingpao.cli.score;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The first places of every group, for a terminal. */
final class Standings {

    private Standings() {}

    static List<String> of(Outcome outcome, int top) {
        Framework framework = outcome.framework();
        List<String> lines = new ArrayList<>();
        long scored = outcome.placed().stream()
                .map(Outcome.Placed::rank)
                .filter(Objects::nonNull)
                .count();
        lines.add("%s %s: %d target%s, %d with a score"
                .formatted(
                        framework.ref(),
                        both(framework.name()),
                        outcome.placed().size(),
                        outcome.placed().size() == 1 ? "" : "s",
                        scored));
        framework.weights().ifPresent(weights -> lines.add("weights: " + both(weights.label())));
        Map<String, List<Outcome.Placed>> groups = new LinkedHashMap<>();
        outcome.placed().forEach(placed -> groups.computeIfAbsent(placed.place().group(), group -> new ArrayList<>())
                .add(placed));
        groups.forEach((group, placed) -> {
            if (groups.size() > 1) {
                lines.add("group " + group + ": " + placed.size());
            }
            lines.addAll(table(framework, placed.subList(0, Math.min(top, placed.size()))));
            if (placed.size() > top) {
                lines.add("  … and " + (placed.size() - top) + " more");
            }
        });
        return lines;
    }

    private static List<String> table(Framework framework, List<Outcome.Placed> placed) {
        String ranked = framework.ranking().of();
        boolean figure = ranked != null && !ranked.equals(framework.id());
        Display display = new Display(true, false, false, true, true, false);
        display.row("rank", "target", "name", figure ? ranked : "", "score", "level");
        for (Outcome.Placed each : placed) {
            display.row(
                    each.rank() == null ? "–" : ScoreFiles.plain(each.rank()),
                    each.place().id(),
                    each.name() == null ? "" : each.name(),
                    figure ? ScoreFiles.plain(each.score(ranked)) : "",
                    each.total() == null ? "–" : ScoreFiles.plain(each.total()),
                    each.level() == null ? "" : both(each.level()));
        }
        return display.lines();
    }

    private static String both(Text text) {
        return text.zh().equals(text.en()) ? text.zh() : text.zh() + " " + text.en();
    }
}
