package cn.lingpao.methodology.engine;

import java.util.Arrays;

/** Some rows of a group, or all of them. A row may stand in it twice: what is computed from it is the same. */
final class Rows {

    private static final int FEW = 8;

    private final int most;
    private int[] rows = new int[FEW];
    private int size;
    private boolean all;

    Rows(int count) {
        most = Math.max(FEW, count / 4);
    }

    boolean isEmpty() {
        return size == 0 && !all;
    }

    boolean all() {
        return all;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return rows[index];
    }

    void add(int row) {
        if (all || size <= FEW && contains(row)) {
            return;
        }
        if (size == most) {
            all = true;
            return;
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, Math.min(most, 2 * size));
        }
        rows[size++] = row;
    }

    private boolean contains(int row) {
        for (int i = 0; i < size; i++) {
            if (rows[i] == row) {
                return true;
            }
        }
        return false;
    }

    void addAll() {
        all = true;
    }

    void add(Rows others) {
        all |= others.all;
        for (int i = 0; i < others.size && !all; i++) {
            add(others.rows[i]);
        }
    }

    void clear() {
        size = 0;
        all = false;
    }
}
