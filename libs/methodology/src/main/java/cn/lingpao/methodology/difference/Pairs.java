package cn.lingpao.methodology.difference;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Which node and check point of one version is which of the other: by id, else by its name and place. */
final class Pairs {

    private final Framework before;
    private final Framework after;

    /** Ids after, by ids before. */
    private final Map<String, String> nodes = new LinkedHashMap<>();

    private final Map<String, String> points = new LinkedHashMap<>();

    Pairs(Framework before, Framework after) {
        this.before = before;
        this.after = after;
        nodes.put(before.id(), after.id());
        before.nodes().forEach(node -> after.node(node.id()).ifPresent(same -> nodes.put(node.id(), same.id())));
        before.nodes().forEach(this::renamed);
        before.checkPoints()
                .forEach(point -> after.checkPoint(point.id()).ifPresent(same -> points.put(point.id(), same.id())));
        before.checkPoints().forEach(this::renamed);
    }

    Map<String, String> nodes() {
        return nodes;
    }

    Map<String, String> points() {
        return points;
    }

    private void renamed(Node node) {
        if (nodes.containsKey(node.id())) {
            return;
        }
        after.nodes().stream()
                .filter(other -> !nodes.containsValue(other.id()))
                .filter(other -> other.name().equals(node.name()))
                .filter(other -> Objects.equals(other.parentId(), nodes.get(node.parentId())))
                .findFirst()
                .ifPresent(other -> nodes.put(node.id(), other.id()));
    }

    private void renamed(CheckPoint point) {
        if (points.containsKey(point.id())) {
            return;
        }
        after.checkPoints().stream()
                .filter(other -> !points.containsValue(other.id()))
                .filter(other -> other.text().equals(point.text()))
                .filter(other -> other.nodeId().equals(nodes.get(point.nodeId())))
                .findFirst()
                .ifPresent(other -> points.put(point.id(), other.id()));
    }
}
