package cn.lingpao.methodology.framework;

import java.math.BigDecimal;

/** What was found at a check point. A value that could not be determined is not a zero. */
public sealed interface Value {

    Value MET = Word.MET;
    Value NOT_MET = Word.NOT_MET;
    Value NOT_APPLICABLE = Word.NOT_APPLICABLE;
    Value UNDETERMINED = Word.UNDETERMINED;

    static Value number(BigDecimal number) {
        return new Number(number);
    }

    static Value grade(String id) {
        return new Grade(id);
    }

    /** The values that are one word. */
    enum Word implements Value {
        MET,
        NOT_MET,
        NOT_APPLICABLE,
        UNDETERMINED
    }

    /** A measured number. */
    record Number(BigDecimal number) implements Value {}

    /** The id of a grade. */
    record Grade(String id) implements Value {}
}
