package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree: an inner node with children, or a leaf with check points. A measured leaf holds one check point with
 * its own id.
 *
 * @param id unique in the framework; the root's is the framework's
 * @param depth 0 for the root, 1 for a dimension, 2 for a topic, 3 for an indicator
 * @param weight among its siblings, not negative; weights need not sum to anything
 * @param basis the regulations it rests on
 * @param policies what this node does in its parent when it has no score; inherited by what is below
 * @param finish what happens to this node's score before it goes up
 * @param bonusCap the most that the bonus check points of a leaf earn together; null without a cap
 * @param rank how targets are ranked by this node
 * @param exclusion why this node was dropped; what is below a dropped node is dropped with it
 */
public record Node(
        String id,
        @Nullable String parentId,
        int depth,
        Text name,
        BigDecimal weight,
        Origin origin,
        @Nullable Text description,
        List<Text> basis,
        Composition composition,
        Policies policies,
        Finish finish,
        @Nullable BigDecimal bonusCap,
        RankBy rank,
        @Nullable Exclusion exclusion,
        List<Node> children,
        List<CheckPoint> checkPoints) {

    public Node {
        basis = List.copyOf(basis);
        children = List.copyOf(children);
        checkPoints = List.copyOf(checkPoints);
    }

    public boolean isLeaf() {
        return children.isEmpty();
    }

    /** The steps of a measured leaf; empty for every other node. */
    public Optional<Rule.Measure> measure() {
        return checkPoints.size() == 1 && checkPoints.getFirst().rule() instanceof Rule.Measure measure
                ? Optional.of(measure)
                : Optional.empty();
    }

    public Aggregation aggregation() {
        return composition.aggregation();
    }

    public Policy missing() {
        return policies.missing();
    }

    public Policy undetermined() {
        return policies.undetermined();
    }

    public ReviewMode review() {
        return policies.review();
    }

    public @Nullable Rounding round() {
        return finish.round();
    }

    Node with(BigDecimal weight, @Nullable Exclusion exclusion, List<Node> children, List<CheckPoint> checkPoints) {
        return new Node(
                id,
                parentId,
                depth,
                name,
                weight,
                origin,
                description,
                basis,
                composition,
                policies,
                finish,
                bonusCap,
                rank,
                exclusion,
                children,
                checkPoints);
    }

    /** This node and all below it, each before its children. */
    public Stream<Node> preOrder() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::preOrder));
    }
}
