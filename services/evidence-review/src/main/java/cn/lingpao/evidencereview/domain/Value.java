package cn.lingpao.evidencereview.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was found at a check point, or what somebody decided that it is.
 *
 * @param number for {@link Kind#NUMBER} only
 * @param grade for {@link Kind#GRADE} only
 * @param cause why nothing could be determined, for {@link Kind#UNDETERMINED} only
 */
public record Value(
        Kind kind,
        @Nullable BigDecimal number,
        @Nullable String grade,
        @Nullable String cause) {

    /** The sorts of value. */
    public enum Kind {
        MET,
        NOT_MET,
        NOT_APPLICABLE,
        UNDETERMINED,
        NUMBER,
        GRADE
    }

    private static final int DIGITS = 34;
    private static final int SCALE = 30;

    public Value {
        number = number == null ? null : number.stripTrailingZeros();
    }

    public static Value word(Kind kind) {
        return new Value(kind, null, null, null);
    }

    public static Value number(BigDecimal number) {
        return new Value(Kind.NUMBER, number, null, null);
    }

    public static Value grade(String grade) {
        return new Value(Kind.GRADE, null, grade, null);
    }

    public static Value undetermined(@Nullable String cause) {
        return new Value(Kind.UNDETERMINED, null, null, cause);
    }

    /** Whether both say the same; why nothing could be determined plays no part. */
    public boolean agrees(Value other) {
        return withoutCause().equals(other.withoutCause());
    }

    /** Whether a figure can be stored and computed with: 34 digits, exponents up to 30. */
    public boolean fits() {
        return number == null || (number.precision() <= DIGITS && Math.abs((long) number.scale()) <= SCALE);
    }

    private Value withoutCause() {
        return new Value(kind, number, grade, null);
    }
}
