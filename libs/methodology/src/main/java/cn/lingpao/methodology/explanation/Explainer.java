package cn.lingpao.methodology.explanation;

import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.engine.Sheet.NodeScore;
import cn.lingpao.methodology.engine.Sheet.PointScore;
import cn.lingpao.methodology.engine.State;
import cn.lingpao.methodology.engine.Undefined;
import cn.lingpao.methodology.explanation.Explanation.BonusPart;
import cn.lingpao.methodology.explanation.Explanation.FigurePart;
import cn.lingpao.methodology.explanation.Explanation.Found;
import cn.lingpao.methodology.explanation.Explanation.NamedText;
import cn.lingpao.methodology.explanation.Explanation.NodePart;
import cn.lingpao.methodology.explanation.Explanation.PointPart;
import cn.lingpao.methodology.explanation.Explanation.Treatment;
import cn.lingpao.methodology.framework.Aggregation;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Figure;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.ScoreOverride;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays a score sheet beside its framework. */
public final class Explainer {

    private static final int PLACES = 9;

    private final Framework framework;
    private final Sheet sheet;
    private final Circumstances around;
    private final Map<String, NodeScore> nodes;
    private final Map<String, PointScore> points;

    public Explainer(Framework framework, Sheet sheet, Circumstances around) {
        this.framework = framework;
        this.sheet = sheet;
        this.around = around;
        this.nodes = Stream.concat(sheet.nodes().stream(), sheet.figures().stream())
                .collect(Collectors.toMap(NodeScore::nodeId, Function.identity()));
        this.points = sheet.points().stream().collect(Collectors.toMap(PointScore::checkPointId, Function.identity()));
    }

    /** The explanation of the whole tree. */
    public Explanation explain() {
        return explain(framework.root());
    }

    /** The explanation of a branch of the tree; empty when the framework has no such node. */
    public Optional<Explanation> explain(String nodeId) {
        return framework.node(nodeId).map(this::explain);
    }

    private Explanation explain(Node node) {
        return new Explanation(
                around.campaignId(),
                around.names().apply(sheet.targetId()),
                around.groupId(),
                framework.ref(),
                framework.name(),
                framework.weights().orElse(null),
                framework.fullMarks(),
                sheet.total(),
                level(),
                framework
                        .bonus()
                        .map(bonus ->
                                new BonusPart(bonus.id(), bonus.name(), sheet.bonus(), bonus.cap(), around.awards()))
                        .orElse(null),
                part(node, parent(node)),
                node.parentId() == null
                        ? framework.figures().stream().map(this::figure).toList()
                        : List.of());
    }

    private @Nullable Node parent(Node node) {
        return node.parentId() == null ? null : framework.node(node.parentId()).orElse(null);
    }

    private @Nullable NamedText level() {
        return framework.levels().stream()
                .filter(level -> level.id().equals(sheet.level()))
                .findFirst()
                .map(level -> new NamedText(level.id(), level.name()))
                .orElse(null);
    }

    private NodePart part(Node node, @Nullable Node parent) {
        NodeScore score = scoreOf(node.id());
        boolean counted = parent == null ? score.score() != null : counts(node);
        BigDecimal among = parent == null ? node.weight() : among(parent);
        BigDecimal share = !counted ? null : quotient(node.weight(), among);
        return new NodePart(
                node.id(),
                node.name(),
                node.depth(),
                score.state(),
                reason(score.undefined()),
                score.score(),
                node.weight(),
                share,
                counted,
                score.entry(),
                counted && adds(parent) ? contribution(node, among, score) : null,
                node.isLeaf() ? null : node.aggregation(),
                score.steps(),
                node.isLeaf() ? rescaled(node) : null,
                node.round(),
                new Treatment(node.missing(), node.undetermined()),
                node.exclusion(),
                override(node.id()),
                node.children().stream().map(child -> part(child, node)).toList(),
                node.checkPoints().stream().map(this::part).toList());
    }

    private static boolean adds(@Nullable Node parent) {
        return parent != null && (parent.aggregation() == Aggregation.MEAN || parent.aggregation() == Aggregation.SUM);
    }

    private static BigDecimal contribution(Node node, BigDecimal among, NodeScore score) {
        BigDecimal own = score.entry();
        return own == null ? BigDecimal.ZERO : quotient(own.multiply(node.weight()), among);
    }

    private @Nullable ScoreOverride override(String nodeId) {
        return framework.overrides().stream()
                .filter(each -> each.targetId().equals(sheet.targetId())
                        && each.nodeId().equals(nodeId))
                .findFirst()
                .orElse(null);
    }

    private PointPart part(CheckPoint point) {
        PointScore score = scoreOf(point);
        String verdict = score.verdictId();
        return new PointPart(
                point.id(),
                point.text(),
                point.origin(),
                point.rule().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                point.rule(),
                score.state(),
                reason(score.undefined()),
                found(point.id(), score.value()),
                score.carried(),
                score.points(),
                point.points(),
                score.counted(),
                new Treatment(point.missing(), point.undetermined()),
                score.base(),
                score.baseTargetId() == null ? null : around.names().apply(score.baseTargetId()),
                point.times(),
                score.steps(),
                point.exclusion(),
                verdict,
                around.evidence().apply(point.id()));
    }

    private @Nullable Found found(String pointId, @Nullable Value value) {
        return found(value, value == Value.UNDETERMINED ? around.causes().apply(pointId) : null);
    }

    static @Nullable Found found(@Nullable Value value, @Nullable String cause) {
        return switch (value) {
            case null -> null;
            case Value.Number number -> new Found("NUMBER", number.number(), null, null);
            case Value.Grade grade -> new Found("GRADE", null, grade.id(), null);
            case Value.Word word -> new Found(word.name(), null, null, cause);
        };
    }

    private FigurePart figure(Figure figure) {
        NodeScore score = scoreOf(figure.id());
        return new FigurePart(
                figure.id(),
                figure.name(),
                figure.of(),
                score.state(),
                reason(score.undefined()),
                score.score(),
                score.steps());
    }

    private static @Nullable String reason(@Nullable Undefined undefined) {
        return undefined == null ? null : undefined.reason();
    }

    /** What the weights of a node's children are divided by: the sum of those that count, and 1 where nothing is divided. */
    private BigDecimal among(Node parent) {
        return parent.aggregation() == Aggregation.SUM || parent.aggregation() == Aggregation.PRODUCT
                ? BigDecimal.ONE
                : parent.children().stream()
                        .filter(this::counts)
                        .map(Node::weight)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private @Nullable BigDecimal rescaled(Node leaf) {
        BigDecimal all = sum(leaf.checkPoints());
        BigDecimal available = sum(leaf.checkPoints().stream()
                .filter(point -> scoreOf(point).counted())
                .toList());
        return available.signum() <= 0 || available.compareTo(all) == 0 ? null : quotient(all, available);
    }

    /** What can be earned: neither penalties nor what is earned on top. */
    private static BigDecimal sum(List<CheckPoint> points) {
        return points.stream()
                .filter(point -> !point.bonus() && point.points().signum() > 0)
                .map(CheckPoint::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean counts(Node node) {
        return scoreOf(node.id()).counted();
    }

    private NodeScore scoreOf(String nodeId) {
        return nodes.getOrDefault(nodeId, new NodeScore(nodeId, State.MISSING, null, false, null, null, List.of()));
    }

    private PointScore scoreOf(CheckPoint point) {
        return points.getOrDefault(
                point.id(),
                new PointScore(point.id(), State.MISSING, null, null, false, null, null, null, null, false, List.of()));
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0 ? BigDecimal.ZERO : plain(dividend.divide(divisor, PLACES, RoundingMode.HALF_UP));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
