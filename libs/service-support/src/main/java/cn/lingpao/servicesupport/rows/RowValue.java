package cn.lingpao.servicesupport.rows;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a row's {@code value} and {@code cause} say: a figure, a word, or that nothing could be determined. */
public sealed interface RowValue {

    /** A number. */
    record Figure(BigDecimal number) implements RowValue {}

    /** A judgement or the name of a grade. */
    record Word(String text) implements RowValue {}

    /** The word UNDETERMINED, and why. */
    record Undetermined(@Nullable String cause) implements RowValue {}

    /** @throws Misfit when the row has no value, or one of another type, or a cause that explains nothing */
    static RowValue of(Fields row) {
        JsonNode node = row.required("value");
        String cause = row.id("cause");
        boolean undetermined = node.isString() && node.stringValue().equals("UNDETERMINED");
        if (cause != null && !undetermined) {
            throw row.misfit("cause", Misfit.NOT_ALLOWED, "belongs to the value UNDETERMINED only");
        }
        if (undetermined) {
            return new Undetermined(cause);
        }
        if (node.isNumber()) {
            return new Figure(node.decimalValue());
        }
        if (!node.isString()) {
            throw row.misfit("value", Misfit.WRONG_TYPE, "must be a word, a grade or a number");
        }
        return new Word(node.stringValue());
    }
}
