package cn.lingpao.cli.score;

import cn.lingpao.cli.Progress;
import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.Basis;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.uncertainty.Assessment;
import cn.lingpao.methodology.uncertainty.Plan;
import cn.lingpao.methodology.uncertainty.RankingUncertainty;
import cn.lingpao.methodology.uncertainty.TargetUncertainty;
import cn.lingpao.methodology.uncertainty.Uncertainty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How firm the ranking of each group is: weights ±25 % and open values, drawn many times. */
final class Firmness {

    private static final int TOP = 10;

    private final Map<String, RankingUncertainty> groups = new LinkedHashMap<>();
    private final Map<String, Influences> influences = new LinkedHashMap<>();

    private Firmness() {}

    /** @param draws how often */
    static Firmness of(Input input, Outcome outcome, int draws, long seed) {
        Firmness firmness = new Firmness();
        Map<String, List<Outcome.Placed>> members = new LinkedHashMap<>();
        outcome.placed().forEach(each -> members.computeIfAbsent(each.place().group(), group -> new ArrayList<>())
                .add(each));
        members.forEach((group, placed) -> {
            Uncertainty uncertainty = uncertainty(input, placed);
            firmness.groups.put(group, drawn(uncertainty, placed.size(), draws, seed));
            firmness.influences.put(group, Influences.of(uncertainty, input.framework(), placed.size(), draws, seed));
        });
        return firmness;
    }

    private static Uncertainty uncertainty(Input input, List<Outcome.Placed> placed) {
        Map<String, Map<String, Answer>> answers = new HashMap<>();
        Map<String, BigDecimal> awards = new HashMap<>();
        List<Member> roster = new ArrayList<>();
        for (Outcome.Placed each : placed) {
            String id = each.place().id();
            roster.add(new Member(id, each.place().division()));
            answers.put(id, input.values().answers(id));
            Values.Row row = input.values().row(id);
            if (row != null && row.award != null) {
                awards.put(id, row.award);
            }
        }
        return new Uncertainty(
                new Assessment(input.framework(), roster, answers, awards, basis(input), answers.keySet()));
    }

    private static RankingUncertainty drawn(Uncertainty uncertainty, int targets, int draws, long seed) {
        try (Progress progress = Progress.ofLong("drawing", draws, (long) draws * targets)) {
            return uncertainty.draws(Plan.of(draws).withSeed(seed).withProgress(done -> progress.stepTo(done, draws)));
        }
    }

    static Basis basis(Input input) {
        Map<String, Map<String, Map<String, Answer>>> campaigns = new HashMap<>();
        input.bases().forEach((campaign, base) -> campaigns.put(campaign, base.all()));
        return new Basis(campaigns);
    }

    /** By group; the one group of a scoring without groups has an empty name. */
    Map<String, RankingUncertainty> groups() {
        return groups;
    }

    /** What moves the ranking, by group. */
    Map<String, Influences> influences() {
        return influences;
    }

    /** The first places with the ranks that nine of ten draws give them. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        groups.forEach((group, found) -> {
            lines.add(
                    "%sranks in %d draws (seed %d): weights ±25 %%, %d open value%s; 5 %%, 50 %% and 95 %% of the draws"
                            .formatted(
                                    group.isEmpty() ? "" : group + ": ",
                                    found.draws(),
                                    found.seed(),
                                    found.openValues(),
                                    found.openValues() == 1 ? "" : "s"));
            Display display = new Display(true, false, true, true, true, false);
            display.row("rank", "target", "5 %", "50 %", "95 %", "ahead of the next");
            found.targets().stream().limit(TOP).forEach(each -> display.row(row(each)));
            lines.addAll(display.lines());
            lines.addAll(Objects.requireNonNull(influences.get(group)).lines());
        });
        return lines;
    }

    private static String[] row(TargetUncertainty each) {
        TargetUncertainty.Neighbour next = each.next();
        String ahead = next == null
                ? ""
                : "%s of %s%s"
                        .formatted(
                                percent(next.ahead()),
                                next.targetId(),
                                next.distinguishable() ? "" : ", can't be told apart");
        return new String[] {
            rank(each.rank()), each.targetId(), rank(each.rank5()), rank(each.rank50()), rank(each.rank95()), ahead
        };
    }

    static String rank(@Nullable Double rank) {
        return rank == null
                ? "–"
                : BigDecimal.valueOf(rank).stripTrailingZeros().toPlainString();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
