package cn.lingpao.methodology.framework;

/** What a value or score that is not there does to the node above it. */
public enum Policy {
    /** It counts as 0. */
    ZERO,
    /** It is left out, and the others are rescaled. */
    EXCLUDE,
    /** The node above has no score either. */
    PARENT_MISSING,
    /** The node above scores 0. */
    PARENT_ZERO,
    /** What the campaign named by {@link Framework#carryForward()} had here counts. */
    CARRY_FORWARD,
    /** The group can't be scored: an error names the target and the place. */
    FORBID
}
