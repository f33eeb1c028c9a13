package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Fields;
import java.util.List;

/** What a kind of node has no use for. */
final class LeafChecks {

    private LeafChecks() {}

    static void check(Fields node, boolean inner, boolean measured, List<CheckPoint> points) {
        if (!inner) {
            refuse(
                    node,
                    "aggregation",
                    measured
                            ? "a measured leaf is one number: state it on the node above"
                            : "a leaf adds up the points of its check points: remove it, or make nodes of them");
            refuse(node, "before", "a leaf has no children whose scores could pass steps: remove it");
            refuse(node, "measures", "nothing is below a leaf: write it in 'measure', or on a node above");
        }
        if (measured && !inner) {
            refuse(node, "normalise", "write it in 'measure': a measured leaf is normalised there");
            refuse(node, "atLeast", "a measured leaf has one number: ask it of a node above");
        }
        boolean bonuses = points.stream().anyMatch(CheckPoint::bonus);
        if (!bonuses) {
            refuse(node, "bonusCap", "there is no bonus to cap: mark check points with 'bonus: true', or remove it");
        }
    }

    private static void refuse(Fields node, String key, String reason) {
        node.optional(key).ifPresent(element -> element.fault("contradiction", reason));
    }
}
