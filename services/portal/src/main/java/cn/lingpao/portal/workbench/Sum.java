package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Matrix.Field;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Fields of the board added up.
 *
 * @param claimed tasks that somebody holds
 * @param holders who holds them
 * @param awaited programs that have not delivered
 */
public record Sum(
        int due,
        int collected,
        int undetermined,
        int tasks,
        int claimed,
        int escalated,
        List<String> holders,
        List<String> awaited) {

    static Sum of(Collection<Field> fields) {
        return new Sum(
                count(fields, Field::due),
                count(fields, Field::collected),
                count(fields, Field::undetermined),
                count(fields, Field::tasks),
                count(fields, Field::claimed),
                count(fields, Field::escalated),
                names(fields, Field::holders),
                names(fields, Field::awaited));
    }

    private static int count(Collection<Field> fields, ToIntFunction<Field> number) {
        return fields.stream().mapToInt(number).sum();
    }

    private static List<String> names(Collection<Field> fields, Function<Field, List<String>> names) {
        return fields.stream()
                .flatMap(field -> names.apply(field).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Points that nobody has observed. */
    public int waiting() {
        return due - collected - undetermined;
    }

    /** Tasks that nobody holds. */
    public int unclaimed() {
        return tasks - claimed;
    }

    /** The share that is collected, rounded down: 100 is said only of the whole. */
    public int percent() {
        return due == 0 ? 100 : (int) (100L * collected / due);
    }
}
