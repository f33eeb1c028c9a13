package cn.lingpao.methodology.engine;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done to a number on its way to a score. Parameters are exact; the numbers before and after are canonical.
 *
 * @param method the word of the framework language, where there are several ways (of normalising, taking a logarithm …)
 * @param before null when there was no number
 * @param after null when none came out
 * @param with the input, check point, category or campaign that took part, if one did
 * @param parameters by name, in alphabetical order
 */
public record Step(
        Kind kind,
        String method,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        @Nullable String with,
        Map<String, BigDecimal> parameters) {

    /** What was done. */
    public enum Kind {
        DENOMINATED,
        IMPUTED,
        WINSORISED,
        LOGARITHM,
        NORMALISED,
        TURNED,
        MULTIPLIED,
        CLAMPED,
        VETOED,
        ROUNDED,
        OVERRIDDEN
    }

    public Step {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    static Step of(Kind kind, String method, double before, double after) {
        return new Step(kind, method, shown(before), shown(after), null, Map.of());
    }

    Step with(@Nullable String other) {
        return new Step(kind, method, before, after, other, parameters);
    }

    Step parameter(String name, double number) {
        if (!Cell.isNumber(number)) {
            return this;
        }
        Map<String, BigDecimal> more = new TreeMap<>(parameters);
        more.put(name, Decimals.exact(number));
        return new Step(kind, method, before, after, with, more);
    }

    private static @Nullable BigDecimal shown(double number) {
        return Cell.isNumber(number) ? Decimals.canonical(number) : null;
    }
}
