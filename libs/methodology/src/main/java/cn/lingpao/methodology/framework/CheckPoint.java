package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at (评估点), and what it is worth.
 *
 * @param id unique in the framework
 * @param nodeId the leaf it belongs to
 * @param points what it earns at the most, above zero
 * @param evaluation how it is looked at
 * @param missing in effect here, inherited or its own; likewise the two beside it
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
        ReviewMode review) {}
