package cn.lingpao.methodology.engine;

/** Why a node or a check point has the score it has, or none. */
public enum State {
    SCORED,
    MISSING,
    UNDETERMINED,
    NOT_APPLICABLE,
    EXCLUDED,
    /** The target has too little data and was left out of the group. */
    SCREENED,
    /** The formula has no result; {@link Undefined} says why. */
    UNDEFINED
}
