package cn.lingpao.publication.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a score sheet as a release shows them: each with its state, and with how many check points below it are
 * missing or undetermined, so that neither passes for a zero.
 */
final class SheetShape {

    private final Map<String, ScoreSheet.NodeScore> scores = new HashMap<>();
    private final Map<String, ScoreSheet.State> points = new HashMap<>();
    private final List<Map<String, @Nullable Object>> nodes = new ArrayList<>();
    private OpenPoints open = OpenPoints.NONE;

    private SheetShape(ScoreSheet sheet) {
        sheet.nodes().forEach(node -> scores.put(node.nodeId(), node));
        sheet.points().forEach(point -> points.put(point.checkPointId(), point.state()));
    }

    static SheetShape of(Framework framework, ScoreSheet sheet) {
        SheetShape shape = new SheetShape(sheet);
        shape.open = shape.add(framework.root());
        return shape;
    }

    /** The nodes, root first. */
    List<Map<String, @Nullable Object>> nodes() {
        return nodes;
    }

    /** The check points of the whole sheet that have no score. */
    OpenPoints open() {
        return open;
    }

    private OpenPoints add(Framework.Node node) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        nodes.add(shape);
        ScoreSheet.NodeScore score = scores.get(node.id());
        ScoreSheet.State state = score == null ? ScoreSheet.State.MISSING : score.state();
        OpenPoints counts = state == ScoreSheet.State.EXCLUDED ? OpenPoints.NONE : count(node);
        for (Framework.Node child : node.children()) {
            counts = counts.plus(add(child));
        }
        shape.put("id", node.id());
        shape.put("state", state.name());
        shape.put("score", score == null ? null : score.score());
        shape.put("missing", counts.missing());
        shape.put("undetermined", counts.undetermined());
        return state == ScoreSheet.State.EXCLUDED ? OpenPoints.NONE : counts;
    }

    private OpenPoints count(Framework.Node leaf) {
        int missing = 0;
        int undetermined = 0;
        for (String checkPoint : leaf.checkPoints()) {
            ScoreSheet.State state = points.getOrDefault(checkPoint, ScoreSheet.State.MISSING);
            missing += state == ScoreSheet.State.MISSING ? 1 : 0;
            undetermined += state == ScoreSheet.State.UNDETERMINED ? 1 : 0;
        }
        return new OpenPoints(missing, undetermined);
    }
}
