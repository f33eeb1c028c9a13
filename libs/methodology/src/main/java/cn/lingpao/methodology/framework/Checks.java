package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What only shows when the whole tree is known. */
final class Checks {

    private Checks() {}

    static void excluded(List<Excluded> excluded, Node root) {
        Set<String> nodes = root.preOrder().skip(1).map(Node::id).collect(Collectors.toSet());
        Set<String> points = root.preOrder()
                .flatMap(node -> node.checkPoints().stream().map(CheckPoint::id))
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (Excluded each : excluded) {
            String id = each.exclusion().id();
            if (each.isNode() && !nodes.contains(id)) {
                each.place()
                        .fault(
                                "unknown-node",
                                "'" + id + "' is no node below the root: name one, or remove this entry");
            } else if (!each.isNode() && !points.contains(id)) {
                each.place().fault("unknown-id", "'" + id + "' is no check point: name one, or remove this entry");
            } else if (!seen.add(each.isNode() + id)) {
                each.place().fault("duplicate-id", "'" + id + "' is excluded already: remove this entry");
            }
        }
        if (!excluded.isEmpty() && !counts(root)) {
            excluded.getFirst().place().fault("nothing-left", "nothing is left to score: exclude less");
        }
    }

    private static boolean counts(Node node) {
        if (node.exclusion() != null) {
            return false;
        }
        return node.isLeaf()
                ? node.checkPoints().stream().anyMatch(point -> point.exclusion() == null)
                : node.children().stream().anyMatch(child -> child.weight().signum() != 0 && counts(child));
    }

    static void levelNames(List<Text> names, Node root, Element place) {
        int deepest = root.preOrder().mapToInt(Node::depth).max().orElse(0);
        if (!names.isEmpty() && names.size() < deepest) {
            place.fault(
                    "level-names",
                    "levelNames names %d levels and the tree has %d: name them all".formatted(names.size(), deepest));
        }
    }

    static void carryForward(Node root, Framework.Inputs inputs, Element place) {
        boolean used = root.preOrder()
                .flatMap(node -> Stream.concat(
                        Stream.of(node.missing(), node.undetermined()),
                        node.checkPoints().stream().flatMap(point -> Stream.of(point.missing(), point.undetermined()))))
                .anyMatch(policy -> policy == Policy.CARRY_FORWARD);
        if (used && inputs.carryForward() == null) {
            place.fault(
                    "missing-key",
                    "something is carried forward and nothing says from where: add 'carryForward: {campaign: …}'");
        }
    }
}
