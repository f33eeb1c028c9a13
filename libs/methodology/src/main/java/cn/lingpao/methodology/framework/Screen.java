package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A target with too little data leaves the group before anything is computed over the group.
 *
 * @param nodeId the part of the tree whose leaves and check points are counted; the root for all
 * @param atLeast the share of them that must have a value, from 0 to 1, inclusive; null does not ask
 * @param nonZeroAtLeast the share of the values there are that must not be 0; null does not ask
 */
public record Screen(
        String nodeId,
        @Nullable BigDecimal atLeast,
        @Nullable BigDecimal nonZeroAtLeast) {}
