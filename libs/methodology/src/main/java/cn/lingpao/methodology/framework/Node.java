package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree: a leaf with check points, or an inner node with children.
 *
 * @param id unique in the framework; the root's is the framework's
 * @param depth 0 for the root, 1 for a dimension, 2 for a topic, 3 for an indicator
 * @param weight among its siblings, not negative; weights need not sum to anything
 * @param basis the regulations it rests on
 * @param missing what this node does in its parent when it has no score; inherited by what is below
 * @param round rounding of this node's score before it goes up
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
        Aggregation aggregation,
        Policy missing,
        Policy undetermined,
        ReviewMode review,
        @Nullable Rounding round,
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

    /** This node and all below it, each before its children. */
    public Stream<Node> preOrder() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::preOrder));
    }
}
