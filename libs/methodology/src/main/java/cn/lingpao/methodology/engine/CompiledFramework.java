package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Aggregation;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Policy;
import cn.lingpao.methodology.framework.Rounding;
import cn.lingpao.methodology.framework.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A framework as flat arrays, made once and used for any number of scorings. Nodes stand in pre-order, the root at 0. */
public final class CompiledFramework {

    final Framework framework;
    final List<Node> nodes;
    final List<CheckPoint> points;

    final int[] parent;
    final double[] weight;
    final boolean[] dropped;
    final boolean[] sum;
    final boolean[] missingIsZero;
    final boolean[] undeterminedIsZero;
    final @Nullable Rounding[] round;

    final int[] leafOf;
    final double[] most;
    final Rule[] rule;
    final boolean[] pointMissingIsZero;
    final boolean[] pointUndeterminedIsZero;
    private final Map<String, Integer> pointIndex = new HashMap<>();

    private CompiledFramework(Framework framework) {
        this.framework = framework;
        nodes = List.copyOf(framework.nodes());
        points = List.copyOf(framework.checkPoints());
        parent = new int[nodes.size()];
        weight = new double[nodes.size()];
        dropped = new boolean[nodes.size()];
        sum = new boolean[nodes.size()];
        missingIsZero = new boolean[nodes.size()];
        undeterminedIsZero = new boolean[nodes.size()];
        round = new Rounding[nodes.size()];
        leafOf = new int[points.size()];
        most = new double[points.size()];
        rule = new Rule[points.size()];
        pointMissingIsZero = new boolean[points.size()];
        pointUndeterminedIsZero = new boolean[points.size()];
        compilePoints(compileNodes());
    }

    public static CompiledFramework of(Framework framework) {
        return new CompiledFramework(framework);
    }

    public Framework framework() {
        return framework;
    }

    /** -1 when there is none. */
    int pointIndex(String checkPointId) {
        return pointIndex.getOrDefault(checkPointId, -1);
    }

    private Map<String, Integer> compileNodes() {
        Map<String, Integer> nodeIndex = new HashMap<>();
        for (int n = 0; n < nodes.size(); n++) {
            Node node = nodes.get(n);
            nodeIndex.put(node.id(), n);
            parent[n] = node.parentId() == null ? -1 : nodeIndex.get(node.parentId());
            weight[n] = node.weight().doubleValue();
            dropped[n] = node.exclusion() != null || n > 0 && dropped[parent[n]];
            sum[n] = node.aggregation() == Aggregation.SUM;
            missingIsZero[n] = node.missing() == Policy.ZERO;
            undeterminedIsZero[n] = node.undetermined() == Policy.ZERO;
            round[n] = node.round();
        }
        return nodeIndex;
    }

    private void compilePoints(Map<String, Integer> nodeIndex) {
        for (int p = 0; p < points.size(); p++) {
            CheckPoint point = points.get(p);
            pointIndex.put(point.id(), p);
            leafOf[p] = nodeIndex.get(point.nodeId());
            most[p] = point.points().doubleValue();
            rule[p] = point.rule();
            pointMissingIsZero[p] = point.missing() == Policy.ZERO;
            pointUndeterminedIsZero[p] = point.undetermined() == Policy.ZERO;
        }
    }
}
