package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at (评估点), and what it is worth. A measured leaf holds one, with the leaf's own id, 1 point and a {@link
 * Rule.Measure}.
 *
 * @param id unique in the framework
 * @param nodeId the leaf it belongs to
 * @param points what it earns at the most; a penalty is negative, and 0 only vetoes or multiplies
 * @param evaluation how it is looked at
 * @param missing in effect here, inherited or its own; likewise the two beside it
 * @param times what is earned is multiplied by the share that this check point earns, or by the number of this measure (as
 *     collected) or variable
 * @param bonus earned on top: not among the points that the leaf can earn
 * @param exclusion why it was dropped, itself; see also its node's
 */
public record CheckPoint(
        String id,
        String nodeId,
        Text text,
        @Nullable Text evaluation,
        Origin origin,
        Rule rule,
        BigDecimal points,
        Policy missing,
        Policy undetermined,
        ReviewMode review,
        @Nullable String times,
        @Nullable Veto veto,
        boolean bonus,
        @Nullable Exclusion exclusion) {

    CheckPoint with(Rule other) {
        return new CheckPoint(
                id,
                nodeId,
                text,
                evaluation,
                origin,
                other,
                points,
                missing,
                undetermined,
                review,
                times,
                veto,
                bonus,
                exclusion);
    }
}
