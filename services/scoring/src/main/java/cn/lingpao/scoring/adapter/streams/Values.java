package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.methodology.engine.Ranking;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.engine.State;
import cn.lingpao.methodology.framework.Value;
import cn.lingpao.scoring.adapter.streams.state.Entry.Cell;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Translates between the words of the contracts and those of the methodology. */
final class Values {

    private Values() {}

    static Value ofVerdict(ObservedValue value) {
        return switch (value.kind()) {
            case MET -> Value.MET;
            case NOT_MET -> Value.NOT_MET;
            case NOT_APPLICABLE -> Value.NOT_APPLICABLE;
            case UNDETERMINED -> Value.UNDETERMINED;
            case NUMBER -> Value.number(Objects.requireNonNull(value.number()));
            case GRADE -> Value.grade(Objects.requireNonNull(value.grade()));
        };
    }

    static TargetScored.NodeScore node(Sheet.NodeScore node) {
        return new TargetScored.NodeScore(node.nodeId(), state(node.state()), node.score());
    }

    /** The value stays as the verdict has it: the methodology has no place for the cause of an undetermined one. */
    static TargetScored.PointScore point(Sheet.PointScore point, @Nullable Cell cell) {
        return new TargetScored.PointScore(
                point.checkPointId(),
                state(point.state()),
                cell == null ? null : cell.value(),
                point.points(),
                cell == null ? null : cell.verdictId(),
                point.base(),
                point.baseTargetId());
    }

    static ListRanked.Entry entry(Ranking.Entry entry) {
        return new ListRanked.Entry(entry.targetId(), entry.rank(), entry.total(), entry.level());
    }

    private static TargetScored.State state(State state) {
        return switch (state) {
            case SCORED -> TargetScored.State.SCORED;
            case MISSING -> TargetScored.State.MISSING;
            case UNDETERMINED, UNDEFINED -> TargetScored.State.UNDETERMINED;
            case NOT_APPLICABLE -> TargetScored.State.NOT_APPLICABLE;
            case EXCLUDED, SCREENED -> TargetScored.State.EXCLUDED;
        };
    }
}
