package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the scores below a node are put together.
 *
 * @param exponent of a generalised mean, not 0; null for every other aggregation
 * @param before steps that each child's score passes on its way into this node, in this order; the child's own score stays
 * @param atLeast what must be there; null when anything will do
 */
public record Composition(
        Aggregation aggregation,
        @Nullable BigDecimal exponent,
        List<Normalisation> before,
        @Nullable AtLeast atLeast) {

    public Composition {
        before = List.copyOf(before);
    }
}
