package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much of what is below a node must have a score, or the node has none; one of the two figures is given.
 *
 * @param share from 0 to 1, both inclusive, of their number (weights play no part)
 * @param count a whole number of them
 * @param of whether the node's children are counted, or all the leaves below it
 */
public record AtLeast(@Nullable BigDecimal share, @Nullable Integer count, Of of) {

    /** What is counted; excluded ones never are. */
    public enum Of {
        CHILDREN,
        LEAVES
    }
}
