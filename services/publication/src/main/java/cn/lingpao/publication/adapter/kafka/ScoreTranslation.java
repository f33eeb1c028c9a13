package cn.lingpao.publication.adapter.kafka;

import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.publication.domain.ScoreSheet;
import cn.lingpao.publication.domain.Standing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What scoring tells, in the words of this service: values, evidence and benchmark bases are left behind. */
final class ScoreTranslation {

    private ScoreTranslation() {}

    static ScoreSheet sheet(TargetScored scored) {
        return new ScoreSheet(
                scored.campaignId(),
                scored.targetId(),
                scored.frameworkRef(),
                scored.total(),
                scored.level(),
                scored.bonus(),
                scored.verdicts(),
                scored.awards(),
                scored.nodes().stream()
                        .map(node -> new ScoreSheet.NodeScore(node.nodeId(), state(node.state()), node.score()))
                        .toList(),
                scored.points().stream()
                        .map(point -> new ScoreSheet.PointState(point.checkPointId(), state(point.state())))
                        .toList(),
                Objects.requireNonNullElse(scored.figures(), List.<TargetScored.NodeScore>of()).stream()
                        .map(figure -> new ScoreSheet.NodeScore(figure.nodeId(), state(figure.state()), figure.score()))
                        .toList(),
                decisions(scored));
    }

    private static List<ScoreSheet.Decision> decisions(TargetScored scored) {
        return scored.decisions() == null
                ? List.of()
                : scored.decisions().stream()
                        .map(decision -> new ScoreSheet.Decision(
                                decision.kind() == TargetScored.Decision.Kind.OVERRIDE,
                                decision.id(),
                                decision.score(),
                                decision.reason(),
                                decision.author(),
                                decision.at()))
                        .toList();
    }

    static Standing standing(ListRanked ranked) {
        return new Standing(
                ranked.campaignId(),
                ranked.listId(),
                ranked.frameworkRef(),
                ranked.verdicts(),
                ranked.entries().stream()
                        .map(entry -> new Standing.Place(entry.targetId(), rank(entry), entry.total(), entry.level()))
                        .toList());
    }

    private static @Nullable BigDecimal rank(ListRanked.Entry entry) {
        return entry.exactRank() != null
                ? entry.exactRank().stripTrailingZeros()
                : entry.rank() == null ? null : BigDecimal.valueOf(entry.rank());
    }

    private static ScoreSheet.State state(TargetScored.State state) {
        return switch (state) {
            case SCORED -> ScoreSheet.State.SCORED;
            case MISSING -> ScoreSheet.State.MISSING;
            case UNDETERMINED -> ScoreSheet.State.UNDETERMINED;
            case NOT_APPLICABLE -> ScoreSheet.State.NOT_APPLICABLE;
            case EXCLUDED -> ScoreSheet.State.EXCLUDED;
            case SCREENED -> ScoreSheet.State.SCREENED;
            case UNDEFINED -> ScoreSheet.State.UNDEFINED;
        };
    }
}
