package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Small frameworks and groups for tests. */
final class Frameworks {

    private Frameworks() {}

    /** A framework with the given lines at the top and the given nodes, both YAML. */
    static Framework of(String top, String nodes) {
        return Framework.parse("id: f\nversion: 1\nname: F\n" + top + "\nnodes:\n" + nodes.indent(2));
    }

    /** A framework of one leaf {@code leaf} with the given check points. */
    static Framework leaf(String top, String... points) {
        return of(top, "- {id: leaf, name: Leaf, checkPoints: [" + String.join(", ", points) + "]}");
    }

    static String point(String id, int points, String rule) {
        return "{id: %s, text: %s, points: %d, rule: %s}".formatted(id, id, points, rule);
    }

    static Answer number(String number) {
        return Answer.of(Value.number(new BigDecimal(number)));
    }

    static Answer answer(Value value) {
        return Answer.of(value);
    }

    /** The sheet of the one target {@code t} with these answers. */
    static Sheet sheet(Framework framework, Map<String, Answer> answers) {
        return score(framework, Map.of("t", answers)).sheet("t").orElseThrow();
    }

    /** Scores every target that has answers. */
    static GroupResult score(Framework framework, Map<String, Map<String, Answer>> cells) {
        List<Member> roster =
                cells.keySet().stream().map(id -> new Member(id, null)).toList();
        return Engine.score(framework, roster, cells, Map.of());
    }

    static Sheet.PointScore pointOf(Sheet sheet, String id) {
        return sheet.points().stream()
                .filter(point -> point.checkPointId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Sheet.NodeScore nodeOf(Sheet sheet, String id) {
        return sheet.nodes().stream()
                .filter(node -> node.nodeId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
