package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Matrix;
import cn.lingpao.portal.fieldwork.Matrix.Heading;
import cn.lingpao.portal.fieldwork.Progress;
import cn.lingpao.portal.fieldwork.Progress.Count;
import cn.lingpao.portal.fieldwork.Slice;
import cn.lingpao.portal.results.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counted progress with names in place of ids.
 *
 * @param rows those of one page
 */
public record ProgressPage(String by, Slice<Row> rows) {

    private static final int ROWS = 100;

    /**
     * A row.
     *
     * @param name null where the key speaks for itself: the id of a program, a day
     */
    public record Row(String key, @Nullable Words name, Count count) {}

    static ProgressPage of(Progress progress, Matrix matrix, int page) {
        Map<String, Words> names =
                switch (progress.by()) {
                    case "target" ->
                        names(matrix.rows().stream().map(Matrix.Row::target).toList());
                    case "indicator" -> names(matrix.columns());
                    default -> Map.of();
                };
        return new ProgressPage(
                progress.by(),
                Slice.of(
                        progress.rows().stream()
                                .map(row -> new Row(row.key(), names.get(row.key()), row.count()))
                                .toList(),
                        page,
                        ROWS));
    }

    private static Map<String, Words> names(List<Heading> headings) {
        Function<Heading, Words> name = Heading::name;
        return headings.stream().collect(Collectors.toMap(Heading::id, name, (one, other) -> one));
    }
}
