package cn.lingpao.methodology.engine;

import java.util.Arrays;

/** Some rows of a group, or all of them; each once. */
final class Rows {

    private final int[] rows;
    private final int[] seen;
    private int round = 1;
    private int size;
    private boolean all;

    Rows(int count) {
        rows = new int[Math.max(8, count / 4)];
        seen = new int[count];
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

    int[] toArray() {
        return Arrays.copyOf(rows, size);
    }

    void add(int row) {
        if (all || seen[row] == round) {
            return;
        }
        if (size == rows.length) {
            all = true;
            return;
        }
        seen[row] = round;
        rows[size++] = row;
    }

    void addAll() {
        all = true;
    }

    void add(Rows others) {
        if (others.all) {
            all = true;
        }
        for (int i = 0; i < others.size && !all; i++) {
            add(others.rows[i]);
        }
    }

    void clear() {
        round++;
        size = 0;
        all = false;
    }
}
