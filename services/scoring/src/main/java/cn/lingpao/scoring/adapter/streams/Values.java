package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.contracts.TargetScored.Decision;
import cn.lingpao.methodology.engine.Ranking;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.engine.State;
import cn.lingpao.methodology.engine.Step;
import cn.lingpao.methodology.engine.Undefined;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Exclusion;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Value;
import cn.lingpao.scoring.adapter.streams.state.Entry.Cell;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Translates between the words of the contracts and those of the methodology. */
final class Values {

    private Values() {}

    static TargetScored.NodeScore node(Sheet.NodeScore node) {
        boolean entersAsItIs = Objects.equals(node.entry(), node.score());
        return new TargetScored.NodeScore(
                node.nodeId(),
                state(node.state()),
                node.score(),
                reason(node.undefined()),
                entersAsItIs ? null : node.entry(),
                steps(node.steps()));
    }

    private static @Nullable String reason(@Nullable Undefined undefined) {
        return undefined == null ? null : undefined.reason();
    }

    private static List<TargetScored.Step> steps(List<Step> steps) {
        return steps.stream()
                .map(step -> new TargetScored.Step(
                        step.kind().name(),
                        step.method(),
                        step.before(),
                        step.after(),
                        step.with(),
                        step.parameters().entrySet().stream()
                                .map(each -> new TargetScored.Parameter(each.getKey(), each.getValue()))
                                .toList()))
                .toList();
    }

    /** Everything that was decided and not computed, in the framework's order. */
    static List<Decision> decisions(Framework framework, String targetId) {
        Stream<Decision> overrides = framework.overrides().stream()
                .filter(override -> override.targetId().equals(targetId))
                .map(override -> new Decision(
                        Decision.Kind.OVERRIDE,
                        override.nodeId(),
                        override.score(),
                        override.reason(),
                        override.author(),
                        override.at()));
        Stream<Exclusion> nodes = framework.nodes().stream().map(Node::exclusion);
        Stream<Exclusion> points = framework.checkPoints().stream().map(CheckPoint::exclusion);
        Stream<Decision> exclusions = Stream.concat(nodes, points)
                .filter(Objects::nonNull)
                .map(each -> new Decision(
                        Decision.Kind.EXCLUSION, each.id(), null, each.reason(), each.author(), each.at()));
        return Stream.concat(overrides, exclusions).toList();
    }

    /** The value stays as the verdict has it: the methodology has no place for the cause of an undetermined one. */
    static TargetScored.PointScore point(Sheet.PointScore point, @Nullable Cell cell) {
        return new TargetScored.PointScore(
                point.checkPointId(),
                state(point.state()),
                cell == null ? carried(point) : cell.value(),
                point.points(),
                cell == null ? null : cell.verdictId(),
                point.base(),
                point.baseTargetId(),
                point.carried() ? true : null,
                reason(point.undefined()),
                steps(point.steps()));
    }

    private static @Nullable ObservedValue carried(Sheet.PointScore point) {
        Value value = point.carried() ? point.value() : null;
        if (value == null) {
            return null;
        }
        return switch (value) {
            case Value.Number number -> ObservedValue.number(number.number());
            case Value.Grade grade -> ObservedValue.grade(grade.id());
            case Value.Word word ->
                switch (word) {
                    case MET -> ObservedValue.MET;
                    case NOT_MET -> ObservedValue.NOT_MET;
                    case NOT_APPLICABLE -> ObservedValue.NOT_APPLICABLE;
                    case UNDETERMINED -> ObservedValue.undetermined(null);
                };
        };
    }

    /** A place by whatever is ranked, with the total and level of its sheet. */
    static ListRanked.Entry entry(Ranking.Entry entry, @Nullable BigDecimal total, @Nullable String level) {
        BigDecimal exact = entry.exactRank();
        boolean whole = exact == null || exact.stripTrailingZeros().scale() <= 0;
        return new ListRanked.Entry(entry.targetId(), entry.rank(), total, level, whole ? null : exact);
    }

    private static TargetScored.State state(State state) {
        return switch (state) {
            case SCORED -> TargetScored.State.SCORED;
            case MISSING -> TargetScored.State.MISSING;
            case UNDETERMINED -> TargetScored.State.UNDETERMINED;
            case NOT_APPLICABLE -> TargetScored.State.NOT_APPLICABLE;
            case EXCLUDED -> TargetScored.State.EXCLUDED;
            case SCREENED -> TargetScored.State.SCREENED;
            case UNDEFINED -> TargetScored.State.UNDEFINED;
        };
    }
}
