package cn.lingpao.portal.results;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A release: what was assessed, by which framework, and which lists it shows. */
public record Release(
        int number,
        String hash,
        Instant publishedAt,
        @Nullable Integer corrects,
        @Nullable String reason,
        Content content) {

    /** The part that the hash covers. */
    public record Content(Campaign campaign, Framework framework, List<ListHeading> lists) {}

    /** The campaign; an invented one is marked on every page. */
    public record Campaign(String id, Words name, boolean invented) {}

    /** A list of the release; {@code top} is how many ranks it shows, null shows all. */
    public record ListHeading(
            String id, Words name, @Nullable Integer top) {}

    /** What was measured and how it weighs; {@code fullMarks} is null when a score has no upper end. */
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
            Node tree,
            @Nullable List<Figure> figures) {

        /** The dimensions that count, in their order. */
        public List<Node> dimensions() {
            return tree.nodes().stream().filter(node -> node.excluded() == null).toList();
        }

        /** The most that a total can be; null without such a bound. */
        public @Nullable BigDecimal most() {
            return bonus == null || fullMarks == null ? fullMarks : fullMarks.add(bonus.cap());
        }

        public Optional<Level> level(@Nullable String id) {
            return levels.stream().filter(level -> level.id().equals(id)).findFirst();
        }

        /** Every node below the root with its depth, in the order of the tree. */
        public List<Placed> nodes() {
            List<Placed> nodes = new ArrayList<>();
            tree.nodes().forEach(node -> node.collect(1, nodes));
            return nodes;
        }
    }

    /** A figure that is published besides the tree. */
    public record Figure(String id, Words name) {}

    /** The publication that the framework was taken from. */
    public record Source(
            String title, @Nullable String url, @Nullable String licence) {}

    /** Whose the weights are. */
    public record Weights(String origin, Words label) {}

    /** A level: totals from this value on. */
    public record Level(String id, Words name, BigDecimal from) {}

    /** What awards can add. */
    public record Bonus(String id, Words name, BigDecimal cap) {}

    /** A node of the tree; {@code excluded} says why it does not count. */
    public record Node(
            String id,
            Words name,
            BigDecimal weight,
            @Nullable String excluded,
            List<Node> nodes) {

        private void collect(int depth, List<Placed> all) {
            all.add(new Placed(this, depth));
            nodes.forEach(child -> child.collect(depth + 1, all));
        }
    }

    /** A node and how deep it lies; dimensions are 1. */
    public record Placed(Node node, int depth) {}
}
