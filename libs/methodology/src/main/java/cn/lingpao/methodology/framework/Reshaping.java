package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Trees that differ from a given one in weights, in what is left out, or in how measures are normalised. */
final class Reshaping {

    private static final String REASON = "left out to see what it changes";

    private Reshaping() {}

    static Node reweighted(Node root, Map<String, BigDecimal> weights) {
        return each(root, node -> {
            BigDecimal weight = weights.getOrDefault(node.id(), node.weight());
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("the weight of " + node.id() + " is below 0");
            }
            checkChildren(node);
            return node.with(weight, node.exclusion(), node.children(), node.checkPoints());
        });
    }

    private static void checkChildren(Node node) {
        boolean nothing = !node.isLeaf()
                && node.children().stream().allMatch(child -> child.weight().signum() == 0);
        if (nothing) {
            throw new IllegalArgumentException("all that is below " + node.id() + " weighs 0");
        }
    }

    static Node without(Node root, String id) {
        Exclusion exclusion = new Exclusion(id, REASON, null, null);
        return each(
                root,
                node -> node.id().equals(id)
                        ? node.with(node.weight(), exclusion, node.children(), node.checkPoints())
                        : node);
    }

    static Node normalised(Node root, List<Normalisation> steps) {
        return each(root, node -> node.measure()
                .filter(measure -> Normalisation.compares(measure.normalise()))
                .map(measure -> normalised(node, measure, steps))
                .orElse(node));
    }

    private static Node normalised(Node leaf, Rule.Measure measure, List<Normalisation> steps) {
        Rule.Measure other = new Rule.Measure(
                measure.direction(), measure.denominate(), measure.impute(), measure.winsorise(), measure.log(), steps);
        CheckPoint point = leaf.checkPoints().getFirst().with(other);
        return leaf.with(leaf.weight(), leaf.exclusion(), leaf.children(), List.of(point));
    }

    /** Changes every node, each after its children. */
    private static Node each(Node node, UnaryOperator<Node> change) {
        List<Node> children =
                node.children().stream().map(child -> each(child, change)).toList();
        return change.apply(node.with(node.weight(), node.exclusion(), children, node.checkPoints()));
    }
}
