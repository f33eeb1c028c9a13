package cn.lingpao.methodology.uncertainty;

import cn.lingpao.methodology.engine.Group;
import cn.lingpao.methodology.engine.State;
import cn.lingpao.methodology.framework.Aggregation;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Policy;
import cn.lingpao.methodology.framework.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises frameworks whose total is linear in their leaves' scores, so that draws of weights are matrix products. */
final class Linear {

    private static final double LARGEST = 1e9;

    private final Recorded recorded;
    private final Framework framework;
    private final Group group;
    private final List<Node> nodes;
    private final int[] rows;

    private Linear(Recorded recorded) {
        this.recorded = recorded;
        framework = recorded.assessment.framework();
        group = recorded.group;
        nodes = List.copyOf(framework.nodes());
        rows = recorded.targets.stream().mapToInt(group::row).toArray();
    }

    /** What the draws of a group need; empty when only the engine itself gets it right. */
    static Optional<LinearScorer.Shared> of(Recorded recorded) {
        return new Linear(recorded).shared();
    }

    private Optional<LinearScorer.Shared> shared() {
        if (!isLinear()) {
            return Optional.empty();
        }
        boolean[] scored = new boolean[rows.length];
        double[] bonus = new double[rows.length];
        for (int target = 0; target < rows.length; target++) {
            double total = group.total(rows[target]);
            if (Math.abs(total) > LARGEST) {
                return Optional.empty();
            }
            scored[target] = !Double.isNaN(total);
            bonus[target] = bonus(recorded.targets.get(target));
        }
        Rounding rounding = framework.root().finish().round();
        return Optional.of(new LinearScorer.Shared(
                tree(),
                scored,
                bonus,
                Standings.unit(rounding),
                rounding == null ? RoundingMode.HALF_UP : rounding.mode()));
    }

    private double bonus(String target) {
        Map<String, BigDecimal> awards = recorded.assessment.awards();
        return framework
                .bonus()
                .filter(bonus -> awards.containsKey(target))
                .map(bonus -> bonus.of(awards.get(target)).doubleValue())
                .orElse(0.0);
    }

    private boolean isLinear() {
        String ranked = framework.ranking().of();
        boolean vetoed = framework.checkPoints().stream()
                .anyMatch(point -> point.veto() != null
                        && !framework
                                .node(point.veto().nodeId())
                                .map(Node::isLeaf)
                                .orElse(false));
        boolean decided = framework.overrides().stream()
                .anyMatch(override -> override.nodeId().equals(framework.id()));
        return ranked == null && !vetoed && !decided && nodes.stream().allMatch(this::isLinear);
    }

    private boolean isLinear(Node node) {
        if (node.isLeaf()) {
            return node.missing() != Policy.PARENT_ZERO && node.undetermined() != Policy.PARENT_ZERO;
        }
        boolean root = node.parentId() == null;
        boolean plain = node.finish().normalise().isEmpty()
                && node.finish().clamp() == null
                && (root || node.finish().round() == null)
                && node.composition().before().isEmpty();
        boolean passedOn = node.missing() != Policy.PARENT_ZERO && node.undetermined() != Policy.PARENT_ZERO;
        return plain
                && (root || passedOn)
                && (node.aggregation() == Aggregation.MEAN || node.aggregation() == Aggregation.SUM);
    }

    private LinearTree tree() {
        boolean[] mean = new boolean[nodes.size()];
        byte[][] states = new byte[nodes.size()][rows.length];
        double[][] scores = new double[nodes.size()][rows.length];
        for (int n = 0; n < mean.length; n++) {
            Node node = nodes.get(n);
            mean[n] = node.aggregation() == Aggregation.MEAN;
            for (int target = 0; target < rows.length; target++) {
                scores[n][target] = group.score(n, rows[target]);
                states[n][target] = state(node, group.state(n, rows[target]), target);
            }
        }
        return new LinearTree(recorded.parents(), mean, states, scores);
    }

    private byte state(Node node, State state, int target) {
        return switch (state) {
            case SCORED -> node.isLeaf() || overridden(node, target) ? LinearTree.FIXED : LinearTree.MADE;
            case EXCLUDED -> LinearTree.GONE;
            case MISSING -> node.missing() == Policy.ZERO ? LinearTree.ZERO : LinearTree.ABSENT;
            case UNDETERMINED, UNDEFINED -> node.undetermined() == Policy.ZERO ? LinearTree.ZERO : LinearTree.ABSENT;
            case NOT_APPLICABLE, SCREENED -> LinearTree.ABSENT;
        };
    }

    private boolean overridden(Node node, int target) {
        String targetId = recorded.targets.get(target);
        return framework.overrides().stream()
                .anyMatch(override -> override.nodeId().equals(node.id())
                        && override.targetId().equals(targetId));
    }
}
