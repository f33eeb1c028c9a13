package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What only shows when the whole tree is known. */
final class Checks {

    private static final int DIGITS = 9;

    private Checks() {}

    static void excluded(List<Excluded> excluded, Node root) {
        Set<String> known = root.preOrder().map(Node::id).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (Excluded each : excluded) {
            String id = each.exclusion().nodeId();
            if (id.equals(root.id()) || !known.contains(id)) {
                each.place()
                        .fault(
                                "unknown-node",
                                "'" + id + "' is no node below the root: name one, or remove this entry");
            } else if (!seen.add(id)) {
                each.place().fault("duplicate-id", "'" + id + "' is excluded already: remove this entry");
            }
        }
        if (!excluded.isEmpty() && most(root).isEmpty()) {
            excluded.getFirst().place().fault("nothing-left", "nothing is left to score: exclude less");
        }
    }

    static void levelNames(List<Text> names, Node root, Element place) {
        int deepest = root.preOrder().mapToInt(Node::depth).max().orElse(0);
        if (!names.isEmpty() && names.size() < deepest) {
            place.fault(
                    "level-names",
                    "levelNames names %d levels and the tree has %d: name them all".formatted(names.size(), deepest));
        }
    }

    /** What the tree yields at the most; a stated figure must agree. */
    static BigDecimal fullMarks(Optional<Element> stated, Node root) {
        BigDecimal most = most(root).orElse(BigDecimal.ZERO).setScale(DIGITS, RoundingMode.HALF_UP);
        stated.ifPresent(element -> element.number().ifPresent(number -> {
            if (number.compareTo(most) != 0) {
                element.fault(
                        "full-marks",
                        "the tree yields %s at the most, not %s: correct the points, the weights or this"
                                .formatted(plain(most), plain(number)));
            }
        }));
        return new BigDecimal(plain(most));
    }

    private static Optional<BigDecimal> most(Node node) {
        if (node.exclusion() != null) {
            return Optional.empty();
        }
        if (node.isLeaf()) {
            return node.checkPoints().stream().map(CheckPoint::points).reduce(BigDecimal::add);
        }
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (Node child : node.children()) {
            Optional<BigDecimal> most = most(child);
            if (most.isPresent()) {
                weights = weights.add(child.weight());
                sum = sum.add(child.weight().multiply(most.get()));
            }
        }
        if (weights.signum() == 0) {
            return Optional.empty();
        }
        boolean mean = node.aggregation() == Aggregation.MEAN;
        return Optional.of(mean ? sum.divide(weights, MathContext.DECIMAL128) : sum);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
