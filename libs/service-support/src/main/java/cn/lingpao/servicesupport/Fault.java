package cn.lingpao.servicesupport;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input, and how to mend it.
 *
 * @param line 1-based line of the input, if it has lines
 * @param column 1-based column
 * @param field name of the field or path within the document
 * @param code a stable code, for example {@code unknown-target}
 * @param reason what is wrong and how to mend it
 */
public record Fault(
        @Nullable Integer line,
        @Nullable Integer column,
        @Nullable String field,
        String code,
        String reason) {

    public static Fault of(String code, String reason) {
        return new Fault(null, null, null, code, reason);
    }

    public static Fault at(String field, String code, String reason) {
        return new Fault(null, null, field, code, reason);
    }
}
