package cn.lingpao.publication.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a framework that a reader of results needs.
 *
 * @param hash SHA-256 of the framework's document
 * @param source the publication it was taken from; null when it is the platform's own
 * @param weights who set the weights; null when the framework does not say
 * @param fullMarks the most that the tree can yield; null when it has no upper end
 * @param levelNames names of the levels of the tree, top first
 * @param levels grades of a total, best first
 * @param bonus what awards can add; null without one
 */
public record Framework(
        String ref,
        String hash,
        Words name,
        @Nullable Source source,
        @Nullable BigDecimal fullMarks,
        @Nullable Weights weights,
        List<Words> levelNames,
        List<Level> levels,
        @Nullable Bonus bonus,
        Node root,
        List<Figure> figures) {

    public Framework {
        figures = List.copyOf(figures);
        levelNames = List.copyOf(levelNames);
        levels = List.copyOf(levels);
    }

    /** Every node of the tree, root first, children after their parent. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        root.collect(nodes);
        return nodes;
    }

    /** What is computed from the score of a node and published besides the tree. */
    public record Figure(String id, Words name, String of) {}

    /** The publication that a framework was taken from. */
    public record Source(
            String title, @Nullable String url, @Nullable String licence) {}

    /** Who set the weights. */
    public record Weights(String origin, Words label) {}

    /** A grade: totals from this exact decimal on. */
    public record Level(String id, Words name, BigDecimal from) {}

    /** Points that awards add to the total, up to a cap. */
    public record Bonus(String id, Words name, BigDecimal cap) {}

    /**
     * A node of the tree.
     *
     * @param excluded why it was taken out of the assessment after collection; null while it counts
     * @param checkPoints ids of the check points of a leaf; they stay in the house
     */
    public record Node(
            String id,
            Words name,
            BigDecimal weight,
            @Nullable String excluded,
            List<Node> children,
            List<String> checkPoints) {

        public Node {
            children = List.copyOf(children);
            checkPoints = List.copyOf(checkPoints);
        }

        private void collect(List<Node> nodes) {
            nodes.add(this);
            children.forEach(child -> child.collect(nodes));
        }
    }
}
