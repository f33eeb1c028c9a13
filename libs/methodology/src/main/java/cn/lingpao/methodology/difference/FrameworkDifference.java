package cn.lingpao.methodology.difference;

import cn.lingpao.methodology.framework.Framework;
import java.util.List;

/** Compares two versions of a framework, or two frameworks. */
public final class FrameworkDifference {

    private FrameworkDifference() {}

    /** What has to be done to {@code before} to get {@code after}; by kind, each in the order of the documents. */
    public static List<Change> between(Framework before, Framework after) {
        Changes changes = new Changes();
        Pairs pairs = new Pairs(before, after);
        new TopDifference(changes, before, after).tell();
        new NodeDifference(changes, before, after, pairs).tell();
        new PointDifference(changes, before, after, pairs).tell();
        return changes.list();
    }
}
