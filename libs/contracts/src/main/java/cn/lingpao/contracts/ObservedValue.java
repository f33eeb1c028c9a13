package cn.lingpao.contracts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was found at a check point. A value that could not be determined is not a zero.
 *
 * @param kind what sort of value this is
 * @param number the measured number, for {@link Kind#NUMBER} only
 * @param grade the id of the grade, for {@link Kind#GRADE} only
 * @param cause why nothing could be determined, for {@link Kind#UNDETERMINED} only
 */
public record ObservedValue(
        Kind kind,
        @Nullable BigDecimal number,
        @Nullable String grade,
        @Nullable String cause) {

    /** The sorts of value. */
    public enum Kind {
        MET,
        NOT_MET,
        NUMBER,
        GRADE,
        NOT_APPLICABLE,
        UNDETERMINED
    }

    public static final ObservedValue MET = new ObservedValue(Kind.MET, null, null, null);
    public static final ObservedValue NOT_MET = new ObservedValue(Kind.NOT_MET, null, null, null);
    public static final ObservedValue NOT_APPLICABLE = new ObservedValue(Kind.NOT_APPLICABLE, null, null, null);

    public ObservedValue {
        require((kind == Kind.NUMBER) == (number != null), "a number belongs to NUMBER, and only to it");
        require((kind == Kind.GRADE) == (grade != null), "a grade belongs to GRADE, and only to it");
        require(kind == Kind.UNDETERMINED || cause == null, "a cause belongs to UNDETERMINED only");
    }

    public static ObservedValue number(BigDecimal number) {
        return new ObservedValue(Kind.NUMBER, number.stripTrailingZeros(), null, null);
    }

    public static ObservedValue grade(String grade) {
        return new ObservedValue(Kind.GRADE, null, grade, null);
    }

    public static ObservedValue undetermined(@Nullable String cause) {
        return new ObservedValue(Kind.UNDETERMINED, null, null, cause);
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(reason);
        }
    }
}
