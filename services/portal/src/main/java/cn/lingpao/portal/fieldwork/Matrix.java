package cn.lingpao.portal.fieldwork;

import cn.lingpao.portal.results.Words;
import java.util.List;

/** The board: targets × indicators. */
public record Matrix(List<Heading> columns, List<Row> rows) {

    /** What a row or column is about. */
    public record Heading(String id, Words name) {}

    /** A target with its fields in the order of the columns. */
    public record Row(Heading target, List<Field> fields) {}

    /**
     * How many points of an indicator are due at a target, and what became of them.
     *
     * @param claimed tasks that the {@code holders} hold
     * @param fallback points of programs whose check fell back to people
     * @param awaited programs that have not delivered
     */
    public record Field(
            int due,
            int collected,
            int undetermined,
            int tasks,
            int claimed,
            int escalated,
            int fallback,
            List<String> holders,
            List<String> awaited) {}
}
