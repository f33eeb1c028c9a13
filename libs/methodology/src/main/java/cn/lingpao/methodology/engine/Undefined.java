package cn.lingpao.methodology.engine;

/** Why a formula has no result for a value that is there. Such a value does what the policy for undetermined ones says. */
public enum Undefined {
    DENOMINATOR_ZERO("the denominator is 0"),
    ALL_EQUAL("all numbers of the group are equal"),
    BOUNDS_CROSSED("the lower bound lies above the upper one"),
    TOO_FEW("the group has too few numbers"),
    NEGATIVE("a number below 0 has no such mean"),
    NOT_POSITIVE("the logarithm needs a number above 0"),
    NO_POWER("a number below 0 has no such power"),
    NO_REFERENCE("the reference target has no number"),
    NO_CAMPAIGN("the campaign that its parameters come from is not at hand"),
    NO_CATEGORY("the target has no category"),
    BEST_ZERO("the best number is 0"),
    TOO_LARGE("the result is too large a number");

    private final String reason;

    Undefined(String reason) {
        this.reason = reason;
    }

    /** In English, without a full stop. */
    public String reason() {
        return reason;
    }
}
