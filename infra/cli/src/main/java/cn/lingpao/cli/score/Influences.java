package cn.lingpao.cli.score;

import cn.lingpao.cli.Progress;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.uncertainty.Alternatives;
import cn.lingpao.methodology.uncertainty.Removal;
import cn.lingpao.methodology.uncertainty.Sensitivity;
import cn.lingpao.methodology.uncertainty.SensitivityPlan;
import cn.lingpao.methodology.uncertainty.Uncertainty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What moves the ranking of a group: each leaf by its absence, and weights, normalisation and open values by their Sobol indices.
 *
 * @param removals without each leaf, the most moving first
 * @param factors the Sobol indices of the mean absolute rank shift
 */
record Influences(List<Removal> removals, Sensitivity factors) {

    private static final int MOST_SAMPLES = 512;
    private static final int SHOWN = 5;

    static Influences of(Uncertainty uncertainty, Framework framework, int targets, int draws, long seed) {
        List<String> leaves = framework.leaves().stream()
                .filter(leaf -> leaf.exclusion() == null && leaf.parentId() != null)
                .map(Node::id)
                .toList();
        List<Removal> removals = new ArrayList<>();
        long work = (long) leaves.size() * leaves.size() * targets;
        try (Progress progress = Progress.ofLong("leaving out", leaves.size(), work)) {
            for (String leaf : leaves) {
                removals.addAll(uncertainty.removals(List.of(leaf)));
                progress.stepBy(1);
            }
        }
        removals.sort(
                Comparator.comparing((Removal removal) -> -removal.effect().meanShift())
                        .thenComparing(Removal::nodeId));
        SensitivityPlan plan = SensitivityPlan.of(Math.clamp(draws, 2, MOST_SAMPLES))
                .withSeed(seed)
                .withAlternatives(Alternatives.normalisations(framework));
        return new Influences(removals, uncertainty.sensitivity(plan));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("mean absolute rank shift without a leaf: "
                + String.join(
                        ", ",
                        removals.stream()
                                .limit(SHOWN)
                                .map(removal -> "%s %s"
                                        .formatted(
                                                removal.nodeId(),
                                                decimal(removal.effect().meanShift())))
                                .toList()));
        if (!factors.rankShift().isEmpty()) {
            lines.add("share of the rank shift's variance (Sobol, total order): "
                    + String.join(
                            ", ",
                            factors.rankShift().stream()
                                    .sorted(Comparator.comparing(
                                            index -> -index.total().value()))
                                    .limit(SHOWN)
                                    .map(index -> "%s %s"
                                            .formatted(
                                                    index.factor(),
                                                    decimal(index.total().value())))
                                    .toList()));
        }
        return lines;
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
