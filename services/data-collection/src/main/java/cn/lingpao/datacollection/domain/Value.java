package cn.lingpao.datacollection.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What was found at a check point. */
public sealed interface Value {

    /** One unambiguous line of text; equal values have equal text. */
    String canonical();

    /** An answer without a figure. */
    enum Judgement implements Value {
        MET,
        NOT_MET,
        NOT_APPLICABLE;

        @Override
        public String canonical() {
            return name();
        }
    }

    /** Nothing could be found out; not a zero. */
    record Undetermined(@Nullable String cause) implements Value {

        @Override
        public String canonical() {
            return cause == null ? "UNDETERMINED" : "UNDETERMINED:" + cause;
        }
    }

    /** A figure; 1.50 and 1.5 are the same one. */
    record Measured(BigDecimal number) implements Value {

        private static final int DIGITS = 34;
        private static final int SCALE = 30;

        public Measured {
            number = number.stripTrailingZeros();
        }

        /** Whether the figure can be stored and computed with: 34 digits, exponents up to 30. */
        public static boolean fits(BigDecimal number) {
            return number.precision() <= DIGITS && Math.abs((long) number.scale()) <= SCALE;
        }

        @Override
        public String canonical() {
            return "NUMBER:" + number.toPlainString();
        }
    }

    /** One of the grades that the framework names. */
    record Graded(String grade) implements Value {

        @Override
        public String canonical() {
            return "GRADE:" + grade;
        }
    }
}
