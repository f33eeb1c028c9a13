package cn.lingpao.methodology.explanation;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.Group;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.explanation.Explanation.Named;
import cn.lingpao.methodology.explanation.ScoreChange.Cause;
import cn.lingpao.methodology.explanation.ScoreChange.Kind;
import cn.lingpao.methodology.explanation.ScoreChange.MovedBase;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Point;
import cn.lingpao.methodology.framework.Text;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds why a score changed by computing it again: each answer of the target that changed alone, all of them together, and then
 * with the answers of the others. So it holds for every rule and aggregation, and the effects add up.
 */
public final class ScoreChanges {

    private final Framework framework;
    private final Function<String, Named> names;

    /** @param names the names of targets by id */
    public ScoreChanges(Framework framework, Function<String, Named> names) {
        this.framework = framework;
        this.names = names;
    }

    /**
     * A moment of a group.
     *
     * @param group refreshed; it is as it was afterwards
     * @param answers those of the target, by id
     */
    public record Moment(Group group, Map<String, Answer> answers, BigDecimal award) {}

    /** Why the score of a target, which is a member at both moments, changed at a node of the framework. */
    public ScoreChange between(Moment before, Moment after, String targetId, String nodeId) {
        BigDecimal was = score(before.group(), targetId, nodeId);
        BigDecimal is = score(after.group(), targetId, nodeId);
        List<Cause> causes = was == null || is == null
                ? unmeasured(before, after)
                : measured(before, after, targetId, nodeId, was, is);
        return new ScoreChange(
                names.apply(targetId),
                nodeId,
                framework.node(nodeId).map(Node::name).orElse(new Text(nodeId, nodeId)),
                was,
                is,
                was == null || is == null ? null : plain(is.subtract(was)),
                causes);
    }

    private List<Cause> measured(
            Moment before, Moment after, String targetId, String nodeId, BigDecimal was, BigDecimal is) {
        List<Cause> causes = new ArrayList<>();
        List<Point> changed = changed(before, after);
        BigDecimal told = BigDecimal.ZERO;
        Group group = before.group();
        for (Point point : changed) {
            group.set(targetId, point.id(), after.answers().get(point.id()));
            BigDecimal effect = effect(group, targetId, nodeId, was);
            group.set(targetId, point.id(), before.answers().get(point.id()));
            told = told.add(effect);
            if (effect.signum() != 0 || isBelow(nodeId, point.id())) {
                causes.add(answer(point, before, after, plain(effect)));
            }
        }
        if (before.award().compareTo(after.award()) != 0) {
            group.award(targetId, after.award());
            BigDecimal effect = effect(group, targetId, nodeId, was);
            told = told.add(effect);
            add(causes, Kind.AWARD, effect, List.of());
        }
        changed.forEach(point -> group.set(targetId, point.id(), after.answers().get(point.id())));
        BigDecimal own = effect(group, targetId, nodeId, was);
        changed.forEach(
                point -> group.set(targetId, point.id(), before.answers().get(point.id())));
        group.award(targetId, before.award());
        group.refresh();
        add(causes, Kind.TOGETHER, own.subtract(told), List.of());
        List<MovedBase> moved = moved(before.group(), after.group(), targetId, nodeId);
        add(causes, Kind.OTHERS, is.subtract(was).subtract(own), moved);
        return causes;
    }

    private boolean isBelow(String nodeId, String pointId) {
        return framework.node(nodeId).stream()
                .flatMap(Node::preOrder)
                .flatMap(node -> node.checkPoints().stream())
                .anyMatch(point -> point.id().equals(pointId));
    }

    private static void add(List<Cause> causes, Kind kind, BigDecimal effect, List<MovedBase> moved) {
        if (effect.signum() != 0) {
            causes.add(new Cause(kind, null, null, null, null, plain(effect), moved));
        }
    }

    /** What a score is more than it was; nothing when there is none in between. */
    private BigDecimal effect(Group group, String targetId, String nodeId, BigDecimal was) {
        group.refresh();
        BigDecimal now = score(group, targetId, nodeId);
        return now == null ? BigDecimal.ZERO : now.subtract(was);
    }

    private List<Cause> unmeasured(Moment before, Moment after) {
        return changed(before, after).stream()
                .map(point -> answer(point, before, after, null))
                .toList();
    }

    private List<Point> changed(Moment before, Moment after) {
        return framework.points().stream()
                .filter(point ->
                        !same(before.answers().get(point.id()), after.answers().get(point.id())))
                .toList();
    }

    private static boolean same(@Nullable Answer one, @Nullable Answer other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.value() instanceof Value.Number a && other.value() instanceof Value.Number b
                ? a.number().compareTo(b.number()) == 0
                : one.value().equals(other.value());
    }

    private static Cause answer(Point point, Moment before, Moment after, @Nullable BigDecimal effect) {
        return new Cause(
                Kind.ANSWER,
                point.id(),
                point.text(),
                Explainer.found(value(before, point), null),
                Explainer.found(value(after, point), null),
                effect,
                List.of());
    }

    private static @Nullable Value value(Moment moment, Point point) {
        Answer answer = moment.answers().get(point.id());
        return answer == null ? null : answer.value();
    }

    private List<MovedBase> moved(Group before, Group after, String targetId, String nodeId) {
        Map<String, Sheet.PointScore> was = byPoint(before, targetId);
        Map<String, Sheet.PointScore> is = byPoint(after, targetId);
        List<MovedBase> moved = new ArrayList<>();
        framework.node(nodeId).stream()
                .flatMap(Node::preOrder)
                .flatMap(node -> node.checkPoints().stream())
                .forEach(point -> moved(point, was.get(point.id()), is.get(point.id()), moved));
        return moved;
    }

    private void moved(
            CheckPoint point, Sheet.@Nullable PointScore was, Sheet.@Nullable PointScore is, List<MovedBase> moved) {
        BigDecimal from = was == null ? null : was.base();
        BigDecimal to = is == null ? null : is.base();
        if (!Objects.equals(from, to)) {
            String target = is == null ? null : is.baseTargetId();
            moved.add(new MovedBase(point.id(), point.text(), from, to, target == null ? null : names.apply(target)));
        }
    }

    private static Map<String, Sheet.PointScore> byPoint(Group group, String targetId) {
        return sheet(group, targetId).points().stream()
                .collect(Collectors.toMap(Sheet.PointScore::checkPointId, Function.identity()));
    }

    private @Nullable BigDecimal score(Group group, String targetId, String nodeId) {
        Sheet sheet = sheet(group, targetId);
        return nodeId.equals(framework.id())
                ? sheet.total()
                : sheet.nodes().stream()
                        .filter(node -> node.nodeId().equals(nodeId))
                        .findFirst()
                        .map(Sheet.NodeScore::score)
                        .orElse(null);
    }

    private static Sheet sheet(Group group, String targetId) {
        return group.result()
                .sheet(targetId)
                .orElseThrow(() -> new IllegalArgumentException(targetId + " is not in the group"));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.setScale(9, RoundingMode.HALF_UP).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
