package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A framework as flat arrays, made once and used for any number of scorings. Nodes stand in pre-order, the root at 0; inputs are
 * the check points and measures in the framework's order, then the variables.
 */
public final class CompiledFramework {

    final Framework framework;
    final List<Node> nodes;
    final List<CheckPoint> points;
    final List<Variable> variables;

    final int[] parent;
    final double[] weight;

    /** Nodes that are dropped, or of which nothing is left; as if they had never been in the tree. */
    final boolean[] gone;

    /** Check points that are dropped, by themselves or with their node. */
    final boolean[] pointGone;

    final int[] leafOf;
    final double[] most;
    final List<List<Integer>> children = new ArrayList<>();
    final List<List<Integer>> pointsOf = new ArrayList<>();
    private final Map<String, Integer> nodeIndex = new HashMap<>();
    private final Map<String, Integer> inputIndex = new HashMap<>();

    private CompiledFramework(Framework framework) {
        this.framework = framework;
        nodes = List.copyOf(framework.nodes());
        points = List.copyOf(framework.checkPoints());
        variables = List.copyOf(framework.variables());
        parent = new int[nodes.size()];
        weight = new double[nodes.size()];
        gone = new boolean[nodes.size()];
        leafOf = new int[points.size()];
        most = new double[points.size()];
        pointGone = new boolean[points.size()];
        compileNodes();
        compilePoints();
        for (Variable variable : variables) {
            inputIndex.put(variable.id(), inputIndex.size());
        }
        leaveOutWhatIsEmpty();
    }

    public static CompiledFramework of(Framework framework) {
        return new CompiledFramework(framework);
    }

    public Framework framework() {
        return framework;
    }

    public int nodeCount() {
        return nodes.size();
    }

    /** Check points, measures and variables. */
    public int inputCount() {
        return points.size() + variables.size();
    }

    /** -1 when there is none. */
    public int nodeIndex(String nodeId) {
        return nodeIndex.getOrDefault(nodeId, -1);
    }

    public String nodeId(int node) {
        return nodes.get(node).id();
    }

    /** -1 for the root. */
    public int parent(int node) {
        return parent[node];
    }

    public double weight(int node) {
        return weight[node];
    }

    public boolean isLeaf(int node) {
        return nodes.get(node).isLeaf();
    }

    /** -1 when there is no such check point, measure or variable. */
    public int inputIndex(String id) {
        return inputIndex.getOrDefault(id, -1);
    }

    public String inputId(int input) {
        return input < points.size()
                ? points.get(input).id()
                : variables.get(input - points.size()).id();
    }

    boolean isMeasure(int point) {
        return points.get(point).rule() instanceof Rule.Measure;
    }

    /** Whether the node is below another, or that node itself. */
    boolean isWithin(int node, int above) {
        int at = node;
        while (at > above) {
            at = parent[at];
        }
        return at == above;
    }

    private void compileNodes() {
        for (int n = 0; n < nodes.size(); n++) {
            Node node = nodes.get(n);
            nodeIndex.put(node.id(), n);
            children.add(new ArrayList<>());
            pointsOf.add(new ArrayList<>());
            parent[n] = node.parentId() == null ? -1 : nodeIndex.get(node.parentId());
            weight[n] = node.weight().doubleValue();
            gone[n] = node.exclusion() != null || n > 0 && gone[parent[n]];
            if (n > 0) {
                children.get(parent[n]).add(n);
            }
        }
    }

    private void compilePoints() {
        for (int p = 0; p < points.size(); p++) {
            CheckPoint point = points.get(p);
            inputIndex.put(point.id(), p);
            leafOf[p] = nodeIndex.get(point.nodeId());
            most[p] = point.points().doubleValue();
            pointGone[p] = point.exclusion() != null || gone[leafOf[p]];
            pointsOf.get(leafOf[p]).add(p);
        }
    }

    private void leaveOutWhatIsEmpty() {
        for (int n = nodes.size() - 1; n >= 0; n--) {
            boolean points = pointsOf.get(n).stream().anyMatch(p -> !pointGone[p]);
            boolean below = children.get(n).stream().anyMatch(c -> !gone[c]);
            gone[n] |= !points && !below;
        }
    }
}
