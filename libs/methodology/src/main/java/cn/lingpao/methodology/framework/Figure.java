package cn.lingpao.methodology.framework;

import org.jspecify.annotations.Nullable;

/**
 * A published figure that is computed from a node's score when the tree is done; it feeds nothing.
 *
 * @param id unique among nodes and figures
 * @param of the node (or an earlier figure) it is made of; for the root, the total with its bonus
 * @param dividedBy the node (or an earlier figure) that it is divided by; null for nothing
 * @param rank how targets are ranked by it
 */
public record Figure(
        String id, Text name, String of, @Nullable String dividedBy, Finish finish, RankBy rank) {}
