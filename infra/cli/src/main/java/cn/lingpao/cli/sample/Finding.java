package cn.lingpao.cli.sample;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value as the files write it.
 *
 * @param value a word, a grade or a number
 * @param cause why it could not be determined
 */
record Finding(Object value, @Nullable String cause) {

    static final Finding MET = new Finding("MET", null);
    static final Finding NOT_MET = new Finding("NOT_MET", null);
    static final Finding NOT_APPLICABLE = new Finding("NOT_APPLICABLE", null);

    static Finding number(long number) {
        return new Finding(BigDecimal.valueOf(number), null);
    }

    /** A number with at most one decimal. */
    static Finding tenths(long tenths) {
        return tenths % 10 == 0 ? number(tenths / 10) : new Finding(BigDecimal.valueOf(tenths, 1), null);
    }

    static Finding grade(String id) {
        return new Finding(id, null);
    }

    static Finding undetermined(String cause) {
        return new Finding("UNDETERMINED", cause);
    }

    boolean isDetermined() {
        return cause == null;
    }

    void writeTo(Map<String, Object> row) {
        row.put("value", value);
        if (cause != null) {
            row.put("cause", cause);
        }
    }
}
