package cn.lingpao.methodology.explanation;

import cn.lingpao.methodology.explanation.Explanation.Found;
import cn.lingpao.methodology.explanation.Explanation.Named;
import cn.lingpao.methodology.framework.Text;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the score of a target at a node is another one than before. The effects of the causes add up to the change.
 *
 * @param before null when there was no score; likewise {@code after}, and {@code change} when one of them is missing
 * @param causes the target's own answers in the framework's order, then what they do together, then the rest of the group
 */
public record ScoreChange(
        Named target,
        String nodeId,
        Text nodeName,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        @Nullable BigDecimal change,
        List<Cause> causes) {

    public ScoreChange {
        causes = List.copyOf(causes);
    }

    /** What a cause is. */
    public enum Kind {
        /** Another answer of the target itself; its effect is that of this answer alone. */
        ANSWER,
        /** More or fewer points of awards. */
        AWARD,
        /** What the target's changes do together beyond what each does alone. */
        TOGETHER,
        /** What the answers of the others do: bases of benchmarks, parameters of normalisations. */
        OTHERS
    }

    /**
     * A part of the change.
     *
     * @param id the check point, measure or variable of an answer
     * @param effect in points of the node; null when one of the two scores is missing
     * @param moved for OTHERS, the bases that moved
     */
    public record Cause(
            Kind kind,
            @Nullable String id,
            @Nullable Text text,
            @Nullable Found from,
            @Nullable Found to,
            @Nullable BigDecimal effect,
            List<MovedBase> moved) {

        public Cause {
            moved = List.copyOf(moved);
        }
    }

    /** The base of a benchmark that is another one than before. */
    public record MovedBase(
            String id,
            Text text,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable Named target) {}
}
