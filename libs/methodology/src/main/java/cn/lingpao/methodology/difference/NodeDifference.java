package cn.lingpao.methodology.difference;

import cn.lingpao.methodology.difference.Change.Kind;
import cn.lingpao.methodology.framework.Aggregation;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/** What changed in the tree. */
final class NodeDifference {

    private static final int DIGITS = 2;

    private final Changes changes;
    private final Framework before;
    private final Framework after;
    private final Pairs pairs;

    NodeDifference(Changes changes, Framework before, Framework after, Pairs pairs) {
        this.changes = changes;
        this.before = before;
        this.after = after;
        this.pairs = pairs;
    }

    void tell() {
        for (Node node : before.nodes()) {
            Optional.ofNullable(pairs.nodes().get(node.id()))
                    .flatMap(after::node)
                    .ifPresentOrElse(same -> compare(node, same), () -> removed(node));
        }
        after.nodes().stream()
                .filter(node -> !pairs.nodes().containsValue(node.id()))
                .forEach(this::added);
    }

    private void removed(Node node) {
        String parent = Objects.requireNonNull(node.parentId());
        if (pairs.nodes().containsKey(parent)) {
            changes.add(Kind.STRUCTURE, node.id(), place(node), "removed from " + named(before, parent) + below(node));
        }
    }

    private void added(Node node) {
        String parent = Objects.requireNonNull(node.parentId());
        if (pairs.nodes().containsValue(parent)) {
            changes.add(
                    Kind.STRUCTURE,
                    node.id(),
                    place(node),
                    "added to %s%s, weight %s%s"
                            .formatted(
                                    named(after, parent), below(node), Words.of(node.weight()), ofParent(after, node)));
        }
    }

    private void compare(Node was, Node is) {
        String place = place(is);
        if (!was.id().equals(is.id()) && was.parentId() != null) {
            changes.add(Kind.STRUCTURE, is.id(), place, "has another id: " + Words.change(was.id(), is.id()));
        }
        moved(was, is);
        weight(was, is);
        changes.of(is.id(), place, was, is)
                .on(Kind.STRUCTURE, "kind", NodeDifference::kind)
                .on(Kind.STEP, "aggregation", node -> node.isLeaf() ? null : node.aggregation())
                .on(
                        Kind.STEP,
                        "exponent",
                        node -> node.isLeaf() ? null : node.composition().exponent())
                .on(Kind.STEP, "steps before aggregation", node -> node.composition()
                        .before())
                .on(Kind.STEP, "needs", node -> node.composition().atLeast())
                .on(Kind.STEP, "normalisation of its score", node -> node.finish()
                        .normalise())
                .on(Kind.STEP, "clamp", node -> node.finish().clamp())
                .on(Kind.STEP, "rounding", Node::round)
                .on(Kind.RULE, "cap of its bonus points", Node::bonusCap)
                .on(Kind.POLICY, "when missing", Node::missing)
                .on(Kind.POLICY, "when undetermined", Node::undetermined)
                .on(Kind.POLICY, "review", Node::review)
                .on(Kind.RESULT, "ranks by it", node -> node.parentId() == null ? null : node.rank())
                .on(Kind.DECISION, "exclusion", Node::exclusion)
                .on(Kind.NAME, "name", Node::name)
                .on(Kind.DESCRIPTION, "origin", Node::origin)
                .on(Kind.DESCRIPTION, "description", Node::description)
                .on(Kind.DESCRIPTION, "legal basis", Node::basis);
    }

    private void moved(Node was, Node is) {
        String parent = was.parentId();
        if (parent != null && !Objects.equals(pairs.nodes().get(parent), is.parentId())) {
            changes.add(
                    Kind.STRUCTURE,
                    is.id(),
                    place(is),
                    "moved from %s to %s"
                            .formatted(named(before, parent), named(after, Objects.requireNonNull(is.parentId()))));
        }
    }

    private void weight(Node was, Node is) {
        if (was.parentId() == null) {
            return;
        }
        boolean written = was.weight().compareTo(is.weight()) != 0;
        Optional<BigDecimal> share = share(before, was);
        Optional<BigDecimal> shareNow = share(after, is);
        if (written) {
            String stays = share.isPresent() && share.equals(shareNow)
                    ? ", the same share of its parent (" + percent(share.get()) + ")"
                    : share.isPresent() && shareNow.isPresent()
                            ? " (%s → %s of its parent)".formatted(percent(share.get()), percent(shareNow.get()))
                            : "";
            changes.add(Kind.WEIGHT, is.id(), place(is), "weight " + Words.change(was.weight(), is.weight()) + stays);
        } else if (share.isPresent() && shareNow.isPresent() && !share.equals(shareNow)) {
            changes.add(
                    Kind.WEIGHT,
                    is.id(),
                    place(is),
                    "counts %s instead of %s of its parent, because its siblings changed"
                            .formatted(percent(shareNow.get()), percent(share.get())));
        }
    }

    /** A node's weight among the siblings that are not excluded; empty where shares mean nothing. */
    private static Optional<BigDecimal> share(Framework framework, Node node) {
        Node parent = framework.node(Objects.requireNonNull(node.parentId())).orElseThrow();
        boolean shares = parent.aggregation() != Aggregation.SUM
                && parent.aggregation() != Aggregation.PRODUCT
                && parent.aggregation() != Aggregation.MINIMUM
                && parent.aggregation() != Aggregation.MAXIMUM;
        BigDecimal all = parent.children().stream()
                .filter(child -> child.exclusion() == null)
                .map(Node::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return shares && node.exclusion() == null && all.signum() > 0
                ? Optional.of(node.weight().divide(all, MathContext.DECIMAL64))
                : Optional.empty();
    }

    private static String ofParent(Framework framework, Node node) {
        return share(framework, node)
                .map(share -> " (" + percent(share) + " of its parent)")
                .orElse("");
    }

    private static String percent(BigDecimal share) {
        return Words.of(share.movePointRight(2).setScale(DIGITS, RoundingMode.HALF_UP)) + " %";
    }

    private static String below(Node node) {
        long nodes = node.preOrder().count() - 1;
        long points =
                node.preOrder().mapToLong(each -> each.checkPoints().size()).sum();
        return node.measure().isPresent()
                ? ", a measure"
                : nodes == 0
                        ? ", with %d check points".formatted(points)
                        : ", with %d nodes and %d answers below it".formatted(nodes, points);
    }

    private static String kind(Node node) {
        return !node.isLeaf() ? "inner node" : node.measure().isPresent() ? "measure" : "check points";
    }

    private static String named(Framework framework, String id) {
        return framework.node(id).map(NodeDifference::place).orElse(id);
    }

    private static String place(Node node) {
        return node.id() + " " + Words.of(node.name());
    }
}
