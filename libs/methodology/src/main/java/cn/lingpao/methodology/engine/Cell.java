package cn.lingpao.methodology.engine;

import org.jspecify.annotations.Nullable;

/** The state of a cell in one byte. */
final class Cell {

    static final byte SCORED = 0;
    static final byte MISSING = 1;
    static final byte UNDETERMINED = 2;
    static final byte NOT_APPLICABLE = 3;
    static final byte EXCLUDED = 4;
    static final byte SCREENED = 5;

    private static final int FIRST_UNDEFINED = 6;
    private static final State[] STATES = State.values();
    private static final Undefined[] REASONS = Undefined.values();

    private Cell() {}

    static byte undefined(Undefined reason) {
        return (byte) (FIRST_UNDEFINED + reason.ordinal());
    }

    static boolean isUndefined(byte state) {
        return state >= FIRST_UNDEFINED;
    }

    static State state(byte state) {
        return isUndefined(state) ? State.UNDEFINED : STATES[state];
    }

    static @Nullable Undefined reason(byte state) {
        return isUndefined(state) ? REASONS[state - FIRST_UNDEFINED] : null;
    }

    /** The higher, the more a node without a score takes after this child. */
    static int weight(byte state) {
        if (isUndefined(state)) {
            return 4;
        }
        return switch (state) {
            case SCREENED -> 6;
            case UNDETERMINED -> 5;
            case MISSING -> 3;
            case NOT_APPLICABLE -> 2;
            case EXCLUDED -> 1;
            default -> 0;
        };
    }

    static boolean isNumber(double value) {
        return Math.abs(value) <= Double.MAX_VALUE;
    }
}
