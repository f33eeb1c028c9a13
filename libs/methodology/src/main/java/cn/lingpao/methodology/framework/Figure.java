package cn.lingpao.methodology.framework;

/**
 * A published figure that is computed from a node's score when the tree is done; it feeds nothing.
 *
 * @param id unique among nodes and figures
 * @param of the node (or an earlier figure) it is made of; for the root, the total with its bonus
 * @param rank how targets are ranked by it
 */
public record Figure(String id, Text name, String of, Finish finish, RankBy rank) {}
