package cn.lingpao.methodology.uncertainty;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Level;
import cn.lingpao.methodology.framework.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How firm a recorded ranking is, and what would change it. Nothing here touches the record. Ranks are those of the list,
 * by the method, rounding and direction of the framework.
 */
public final class Uncertainty {

    private final Assessment assessment;
    private final Recorded recorded;

    /** @throws IllegalArgumentException for answers that the framework does not take */
    public Uncertainty(Assessment assessment) {
        this.assessment = assessment;
        recorded = new Recorded(assessment);
    }

    /** Draws weights and open values, and ranks every time. */
    public RankingUncertainty draws(Plan plan) {
        List<OpenValues.Cell> open = OpenValues.of(assessment, plan.openValues(), plan.disputed());
        boolean noisy = !(plan.weights() instanceof Noise.None);
        WeightDraws weights = new WeightDraws(recorded.parents(), recorded.weights(), plan.weights());
        List<Level> levels = levels();
        long[] from = levels.stream()
                .mapToLong(level -> GroupScorer.key(level.from().doubleValue()))
                .toArray();
        int[] next = recorded.standings.next(recorded.ranks);
        MonteCarlo.Ruler ruler = new MonteCarlo.Ruler(recorded.standings.places, recorded.standings.keys, from, next);
        Tally tally = new MonteCarlo(
                        recorded.targets.size(), weights, open.size(), recorded.scorers(noisy, open), ruler)
                .run(plan.draws(), plan.seed(), plan.threads(), plan.progress());
        List<TargetUncertainty> targets = new ArrayList<>();
        for (int target : recorded.order) {
            targets.add(target(target, next[target], tally, levels, plan));
        }
        return new RankingUncertainty(
                plan.draws(), plan.seed(), plan.weights(), open.size(), plan.confidence(), targets);
    }

    /** The levels, where they are those of what is ranked. */
    private List<Level> levels() {
        Framework framework = assessment.framework();
        return Objects.equals(framework.levelsOf(), framework.ranking().of()) ? framework.levels() : List.of();
    }

    private TargetUncertainty target(int target, int next, Tally tally, List<Level> levels, Plan plan) {
        boolean ranked = tally.ranked(target) > 0;
        Map<String, Double> shares = new LinkedHashMap<>();
        for (int level = 0; level < levels.size(); level++) {
            shares.put(levels.get(level).id(), (double) tally.levels[target][level] / plan.draws());
        }
        return new TargetUncertainty(
                recorded.targets.get(target),
                recorded.rank(target),
                recorded.total(target),
                ranked ? tally.quantile(target, 0.05) : null,
                ranked ? tally.quantile(target, 0.5) : null,
                ranked ? tally.quantile(target, 0.95) : null,
                ranked ? tally.mean(target) : null,
                ranked ? tally.meanTotal(target) : null,
                shares,
                (double) tally.unranked[target] / plan.draws(),
                next < 0 ? null : neighbour(target, next, tally, plan));
    }

    private TargetUncertainty.@Nullable Neighbour neighbour(int target, int next, Tally tally, Plan plan) {
        double ahead = (double) tally.ahead[target] / plan.draws();
        double tied = (double) tally.level[target] / plan.draws();
        return new TargetUncertainty.Neighbour(recorded.targets.get(next), ahead, tied, ahead >= plan.confidence());
    }

    /**
     * The ranking with other weights of some nodes.
     *
     * @throws IllegalArgumentException for an unknown node, the root, a weight below 0, or siblings that all weigh 0
     */
    public WhatIf whatIf(Map<String, BigDecimal> weights) {
        return recorded.beside(assessment.with(assessment.framework().withWeights(weights)));
    }

    /** The ranking by another framework, for example the version before, from the answers that it takes. */
    public WhatIf whatIf(Framework other) {
        return recorded.beside(assessment.fitting(other));
    }

    /** What the ranking would be without each leaf that is not excluded already. */
    public List<Removal> removals() {
        return removals(assessment.framework().leaves().stream()
                .filter(leaf -> recorded.weights()[recorded.compiled.nodeIndex(leaf.id())] > 0)
                .map(Node::id)
                .toList());
    }

    /**
     * What the ranking would be without each of these nodes.
     *
     * @throws IllegalArgumentException for an unknown node, or the root
     */
    public List<Removal> removals(Collection<String> nodeIds) {
        return nodeIds.stream()
                .map(id -> new Removal(
                        id,
                        recorded.beside(assessment.with(assessment.framework().without(id)))))
                .toList();
    }

    /** What moves the ranking most: weights by group, how measures are normalised, and open values. */
    public Sensitivity sensitivity(SensitivityPlan plan) {
        return new SensitivityStudy(recorded, plan).run();
    }
}
