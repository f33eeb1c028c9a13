package cn.lingpao.methodology.framework;

import java.util.List;

/** A stage that the values of measures pass, all measures together, in the order of {@link Framework#order()}. */
public enum Step {
    DENOMINATE,
    SCREEN,
    IMPUTE,
    TREAT,
    NORMALISE;

    /** The order when the framework states none. */
    public static final List<Step> USUAL = List.of(values());
}
