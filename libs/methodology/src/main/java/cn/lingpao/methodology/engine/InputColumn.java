package cn.lingpao.methodology.engine;

import java.util.Arrays;
import java.util.List;

/** What was answered, as a number: a share for words, grades and tiers, the number itself for the rest. */
final class InputColumn extends Column {

    InputColumn(int rows) {
        super(rows);
    }

    @Override
    List<Column> sources() {
        return List.of();
    }

    @Override
    void refresh() {
        changed.add(todo);
    }

    /** Whether the row is another than before. */
    boolean put(int row, double number, byte why) {
        boolean same =
                Double.doubleToRawLongBits(value[row]) == Double.doubleToRawLongBits(number) && state[row] == why;
        value[row] = number;
        state[row] = why;
        if (!same) {
            todo.add(row);
        }
        return !same;
    }

    /** Takes a number a row, NaN for none. */
    void putAll(double[] numbers) {
        boolean others = !Arrays.equals(value, numbers);
        System.arraycopy(numbers, 0, value, 0, numbers.length);
        for (int row = 0; row < numbers.length; row++) {
            double x = numbers[row];
            byte why = Cell.SCORED;
            if (x != x) {
                why = Cell.MISSING;
            }
            if (state[row] != why) {
                state[row] = why;
                others = true;
            }
        }
        if (others) {
            todo.addAll();
        }
    }
}
