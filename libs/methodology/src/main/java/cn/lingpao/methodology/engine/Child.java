package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Policy;

/** What goes into a node's score: a check point or another node, and what it does when it has no number. */
record Child(Column column, Policy missing, Policy undetermined) {

    /** Whether a row without a number is simply left out. */
    boolean simple() {
        return leftOut(missing) && leftOut(undetermined);
    }

    /** What a row in this state does; EXCLUDE for what is no matter of policy. */
    Policy policy(byte state) {
        Policy policy = state == Cell.MISSING
                ? missing
                : state == Cell.UNDETERMINED || Cell.isUndefined(state) ? undetermined : Policy.EXCLUDE;
        return leftOut(policy) ? Policy.EXCLUDE : policy;
    }

    /** Whether the row takes part in the parent's score, with its number or as zero. */
    boolean counts(int row) {
        return column.state[row] == Cell.SCORED || policy(column.state[row]) == Policy.ZERO;
    }

    private static boolean leftOut(Policy policy) {
        return policy == Policy.EXCLUDE || policy == Policy.CARRY_FORWARD;
    }
}
