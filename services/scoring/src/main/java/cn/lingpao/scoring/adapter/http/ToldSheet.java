package cn.lingpao.scoring.adapter.http;

import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.contracts.TargetScored.NodeScore;
import cn.lingpao.contracts.TargetScored.PointScore;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.engine.State;
import cn.lingpao.methodology.engine.Step;
import cn.lingpao.methodology.engine.Undefined;
import cn.lingpao.methodology.explanation.Circumstances;
import cn.lingpao.methodology.explanation.Explainer;
import cn.lingpao.methodology.explanation.Explanation;
import cn.lingpao.methodology.explanation.Explanation.Named;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Policy;
import cn.lingpao.methodology.framework.Value;
import cn.lingpao.scoring.domain.Answers;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A score sheet as it was told, in the words of the methodology again, and explained with them. */
final class ToldSheet {

    private final Framework framework;
    private final TargetScored told;
    private final Map<String, List<String>> evidence;

    /** @param evidence the evidence of a verdict, by its id */
    ToldSheet(Framework framework, TargetScored told, Map<String, List<String>> evidence) {
        this.framework = framework;
        this.told = told;
        this.evidence = evidence;
    }

    /** The explanation of a branch of the tree; empty when the framework has no such node. */
    Optional<Explanation> explain(String node, Function<String, Named> names) {
        Map<String, String> causes = new HashMap<>();
        Map<String, List<String>> proofs = new HashMap<>();
        told.points().forEach(point -> {
            if (point.verdictId() != null) {
                proofs.put(point.checkPointId(), evidence.getOrDefault(point.verdictId(), List.of()));
            }
            if (point.value() != null && point.value().cause() != null) {
                causes.put(point.checkPointId(), point.value().cause());
            }
        });
        Circumstances around = new Circumstances(
                told.campaignId(),
                told.groupId(),
                names,
                told.awards(),
                causes::get,
                point -> proofs.getOrDefault(point, List.of()));
        return new Explainer(framework, sheet(), around).explain(node);
    }

    Sheet sheet() {
        return new Sheet(
                told.targetId(),
                told.total(),
                told.level(),
                told.bonus(),
                told.nodes().stream().map(this::node).toList(),
                told.points().stream().map(this::point).toList(),
                Stream.ofNullable(told.figures())
                        .flatMap(List::stream)
                        .map(this::node)
                        .toList());
    }

    private Sheet.NodeScore node(NodeScore score) {
        State state = State.valueOf(score.state().name());
        Optional<Node> node = framework.node(score.nodeId());
        boolean counted = node.map(each -> each.parentId() == null
                        ? state == State.SCORED
                        : counts(state, each.missing(), each.undetermined()))
                .orElse(false);
        BigDecimal entry = score.entry() == null ? score.score() : score.entry();
        return new Sheet.NodeScore(
                score.nodeId(), state, score.score(), counted, undefined(score.reason()), entry, steps(score.steps()));
    }

    private Sheet.PointScore point(PointScore score) {
        State state = State.valueOf(score.state().name());
        Optional<CheckPoint> point = framework.checkPoint(score.checkPointId());
        return new Sheet.PointScore(
                score.checkPointId(),
                state,
                value(score.value()),
                score.points(),
                point.map(each -> counts(state, each.missing(), each.undetermined()))
                        .orElse(false),
                score.verdictId(),
                score.base(),
                score.baseTargetId(),
                undefined(score.reason()),
                Boolean.TRUE.equals(score.carried()),
                steps(score.steps()));
    }

    private static boolean counts(State state, Policy missing, Policy undetermined) {
        return switch (state) {
            case SCORED -> true;
            case MISSING -> missing == Policy.ZERO;
            case UNDETERMINED, UNDEFINED -> undetermined == Policy.ZERO;
            case NOT_APPLICABLE, EXCLUDED, SCREENED -> false;
        };
    }

    private static @Nullable Undefined undefined(@Nullable String reason) {
        return Stream.of(Undefined.values())
                .filter(each -> each.reason().equals(reason))
                .findFirst()
                .orElse(null);
    }

    private static List<Step> steps(@Nullable List<TargetScored.Step> steps) {
        return Stream.ofNullable(steps)
                .flatMap(List::stream)
                .map(step -> new Step(
                        Step.Kind.valueOf(step.kind()),
                        step.method(),
                        step.before(),
                        step.after(),
                        step.with(),
                        step.parameters().stream()
                                .collect(Collectors.toMap(
                                        TargetScored.Parameter::name, TargetScored.Parameter::number))))
                .toList();
    }

    private static @Nullable Value value(@Nullable ObservedValue value) {
        return value == null ? null : Answers.value(value);
    }
}
