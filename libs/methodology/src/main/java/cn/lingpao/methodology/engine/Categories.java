package cn.lingpao.methodology.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows belong together: all of them, or those with the same answer to a category variable. */
final class Categories {

    /** The answers as numbers; null when all rows belong together. */
    final @Nullable InputColumn column;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    Categories(@Nullable InputColumn column) {
        this.column = column;
        if (column == null) {
            names.add("");
        }
    }

    int count() {
        return names.size();
    }

    String name(int code) {
        return names.get(code);
    }

    int code(String name) {
        return codes.computeIfAbsent(name, text -> {
            names.add(text);
            return names.size() - 1;
        });
    }

    /** -1 for a name that no row has. */
    int find(String name) {
        return column == null ? 0 : codes.getOrDefault(name, -1);
    }

    /** -1 for a row without a category. */
    int of(int row) {
        if (column == null) {
            return 0;
        }
        return column.state[row] == Cell.SCORED ? (int) column.value[row] : -1;
    }

    /** The numbers of the rows of one category, NaN for the others. */
    double[] only(int code, double[] values) {
        if (column == null) {
            return values;
        }
        double[] only = new double[values.length];
        Arrays.setAll(only, row -> of(row) == code ? values[row] : Double.NaN);
        return only;
    }
}
