package cn.lingpao.datacollection.domain.plan;

import java.util.Set;

/**
 * A check point that is to be answered.
 *
 * @param nodes its leaf and all nodes above it
 */
public record Point(String id, Words text, String leafId, Set<String> nodes) {

    public Point {
        nodes = Set.copyOf(nodes);
    }

    /** Whether it is, or stands below, the one named. */
    public boolean belongsTo(String id) {
        return this.id.equals(id) || nodes.contains(id);
    }
}
