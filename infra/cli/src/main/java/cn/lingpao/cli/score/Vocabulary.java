package cn.lingpao.cli.score;

import cn.lingpao.methodology.framework.Bonus;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.yaml.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a file of values may name: check points, measures and variables of a framework, and its bonus. */
final class Vocabulary {

    private final Framework framework;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    Vocabulary(Framework framework) {
        this.framework = framework;
        framework.points().forEach(point -> kinds.put(point.id(), Kind.of(framework, point.id())));
        framework.bonus().ifPresent(bonus -> kinds.putIfAbsent(bonus.id(), Kind.NUMBER));
    }

    /** Every id, in the framework's order. */
    List<String> ids() {
        return List.copyOf(kinds.keySet());
    }

    /** The id that is meant: itself, or for a leaf with one check point that check point. */
    Optional<String> id(String written) {
        if (kinds.containsKey(written)) {
            return Optional.of(written);
        }
        return framework
                .node(written)
                .filter(node -> node.isLeaf() && node.checkPoints().size() == 1)
                .map(node -> node.checkPoints().getFirst().id());
    }

    Kind kind(String id) {
        return kinds.getOrDefault(id, Kind.WORD);
    }

    boolean isBonus(String id) {
        return framework.bonus().map(Bonus::id).filter(id::equals).isPresent();
    }

    /** Whether it plays a part: it is no bonus, and nobody has excluded it. */
    boolean counts(String id) {
        return !isBonus(id) && framework.checkPoint(id).stream().noneMatch(this::isExcluded);
    }

    private boolean isExcluded(CheckPoint point) {
        boolean excluded = point.exclusion() != null;
        String node = point.nodeId();
        while (node != null && !excluded) {
            Optional<Node> at = framework.node(node);
            excluded = at.map(Node::exclusion).isPresent();
            node = at.map(Node::parentId).orElse(null);
        }
        return excluded;
    }

    Framework framework() {
        return framework;
    }

    /** Why a name is no id here, and what to write. */
    String unknown(String written) {
        Optional<Node> node = framework.node(written);
        if (node.isPresent()) {
            return "'" + written + "' is computed, not collected: give values for what is below it, "
                    + below(node.get());
        }
        String known = nearest(written)
                .map(near -> "did you mean '" + near + "'? Else ")
                .orElse("");
        return "'%s' is no check point, measure or variable of %s: %sleave it out with --ignore %s"
                .formatted(written, framework.ref(), known, written.contains(" ") ? "\"" + written + "\"" : written);
    }

    private static String below(Node node) {
        List<String> ids = node.preOrder()
                .flatMap(each -> each.checkPoints().stream())
                .map(CheckPoint::id)
                .toList();
        return String.join(", ", ids.subList(0, Math.min(3, ids.size()))) + (ids.size() > 3 ? ", …" : "");
    }

    /** The id that differs least, if it differs little. */
    private Optional<String> nearest(String written) {
        String wanted = written.toLowerCase(Locale.ROOT);
        String best = null;
        int least = 1 + Math.max(1, wanted.length() / 3);
        for (String id : kinds.keySet()) {
            int distance = Spelling.distance(wanted, id.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = id;
            }
        }
        return Optional.ofNullable(best);
    }
}
