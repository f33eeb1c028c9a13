package cn.lingpao.targetregistry.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an input, where, and how to mend it.
 *
 * @param line 1-based line of the file; null when the input has no lines
 * @param column 1-based column of the file; null when unknown
 * @param path the key, column or field at fault, for example {@code phases[2].from}
 * @param code a stable code, for example {@code unknown-group}
 */
public record Fault(@Nullable Integer line, @Nullable Integer column, String path, String code, String reason) {

    public static Fault of(String path, String code, String reason) {
        return new Fault(null, null, path, code, reason);
    }

    /** The same fault, found at a place of a file. */
    public Fault at(int line, int column) {
        return new Fault(line, column, path, code, reason);
    }
}
