package cn.lingpao.scoring.domain;

import cn.lingpao.contracts.TargetScored;
import cn.lingpao.contracts.TargetScored.NodeScore;
import cn.lingpao.contracts.TargetScored.PointScore;
import cn.lingpao.contracts.TargetScored.State;
import cn.lingpao.methodology.framework.Aggregation;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Policy;
import cn.lingpao.scoring.domain.Explanation.BonusPart;
import cn.lingpao.scoring.domain.Explanation.Named;
import cn.lingpao.scoring.domain.Explanation.NamedText;
import cn.lingpao.scoring.domain.Explanation.NodePart;
import cn.lingpao.scoring.domain.Explanation.PointPart;
import cn.lingpao.scoring.domain.Explanation.Treatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays a score sheet beside its framework. */
public final class Explainer {

    private static final int PLACES = 9;

    private final Framework framework;
    private final TargetScored sheet;
    private final Function<String, Named> names;
    private final Map<String, NodeScore> nodes;
    private final Map<String, PointScore> points;

    /** @param names the names of targets by id */
    public Explainer(Framework framework, TargetScored sheet, Function<String, Named> names) {
        this.framework = framework;
        this.sheet = sheet;
        this.names = names;
        this.nodes = sheet.nodes().stream().collect(Collectors.toMap(NodeScore::nodeId, Function.identity()));
        this.points = sheet.points().stream().collect(Collectors.toMap(PointScore::checkPointId, Function.identity()));
    }

    /** The explanation of a branch of the tree; empty when the framework has no such node. */
    public Optional<Explanation> explain(String nodeId) {
        return framework.node(nodeId).map(this::explain);
    }

    private Explanation explain(Node node) {
        BigDecimal share = node.parentId() == null
                ? BigDecimal.ONE
                : framework
                        .node(node.parentId())
                        .map(parent -> share(parent, node))
                        .orElse(null);
        return new Explanation(
                sheet.campaignId(),
                names.apply(sheet.targetId()),
                sheet.groupId(),
                sheet.frameworkRef(),
                framework.name(),
                framework.weights().orElse(null),
                framework.fullMarks(),
                sheet.total(),
                level(),
                framework
                        .bonus()
                        .map(bonus ->
                                new BonusPart(bonus.id(), bonus.name(), sheet.bonus(), bonus.cap(), sheet.awards()))
                        .orElse(null),
                part(node, share));
    }

    private @Nullable NamedText level() {
        return framework.levels().stream()
                .filter(level -> level.id().equals(sheet.level()))
                .findFirst()
                .map(level -> new NamedText(level.id(), level.name()))
                .orElse(null);
    }

    private NodePart part(Node node, @Nullable BigDecimal share) {
        NodeScore score = scoreOf(node);
        return new NodePart(
                node.id(),
                node.name(),
                node.depth(),
                score.state(),
                score.score(),
                node.weight(),
                counts(node) ? share : null,
                counts(node),
                node.isLeaf() ? null : node.aggregation(),
                node.isLeaf() ? rescaled(node) : null,
                node.round(),
                new Treatment(node.missing(), node.undetermined()),
                node.exclusion(),
                node.children().stream()
                        .map(child -> part(child, share(node, child)))
                        .toList(),
                node.checkPoints().stream().map(this::part).toList());
    }

    private PointPart part(CheckPoint point) {
        PointScore score = scoreOf(point);
        return new PointPart(
                point.id(),
                point.text(),
                point.origin(),
                point.rule().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                point.rule(),
                score.state(),
                score.value(),
                score.points(),
                point.points(),
                counts(score.state(), point.missing(), point.undetermined()),
                new Treatment(point.missing(), point.undetermined()),
                score.base(),
                score.baseTargetId() == null ? null : names.apply(score.baseTargetId()),
                score.verdictId());
    }

    private BigDecimal share(Node parent, Node child) {
        BigDecimal sum = parent.aggregation() == Aggregation.SUM
                ? BigDecimal.ONE
                : parent.children().stream()
                        .filter(this::counts)
                        .map(Node::weight)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() == 0 ? BigDecimal.ZERO : quotient(child.weight(), sum);
    }

    private @Nullable BigDecimal rescaled(Node leaf) {
        BigDecimal all = sum(leaf.checkPoints());
        BigDecimal available = sum(leaf.checkPoints().stream()
                .filter(point -> counts(scoreOf(point).state(), point.missing(), point.undetermined()))
                .toList());
        return available.signum() == 0 || available.compareTo(all) == 0 ? null : quotient(all, available);
    }

    private static BigDecimal sum(List<CheckPoint> points) {
        return points.stream().map(CheckPoint::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean counts(Node node) {
        return counts(scoreOf(node).state(), node.missing(), node.undetermined());
    }

    private static boolean counts(State state, Policy missing, Policy undetermined) {
        return switch (state) {
            case SCORED -> true;
            case MISSING -> missing == Policy.ZERO;
            case UNDETERMINED, UNDEFINED -> undetermined == Policy.ZERO;
            case NOT_APPLICABLE, EXCLUDED, SCREENED -> false;
        };
    }

    private NodeScore scoreOf(Node node) {
        return nodes.getOrDefault(node.id(), new NodeScore(node.id(), State.MISSING, null));
    }

    private PointScore scoreOf(CheckPoint point) {
        return points.getOrDefault(point.id(), new PointScore(point.id(), State.MISSING, null, null, null, null, null));
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        BigDecimal exact =
                dividend.divide(divisor, PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
