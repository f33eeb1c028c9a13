package cn.lingpao.cli.score;

import java.util.ArrayList;
import java.util.List;

/** Lays out columns on a terminal, where a Chinese character is two columns wide. */
final class Display {

    private final List<String[]> rows = new ArrayList<>();
    private final boolean[] right;

    /** @param right for each column, whether it is a column of numbers */
    Display(boolean... right) {
        this.right = right;
    }

    void row(String... cells) {
        rows.add(cells);
    }

    /** The rows as lines, without blanks at their ends. */
    List<String> lines() {
        int[] width = new int[right.length];
        for (String[] row : rows) {
            for (int i = 0; i < width.length; i++) {
                width[i] = Math.max(width[i], width(row[i]));
            }
        }
        return rows.stream().map(row -> line(row, width)).toList();
    }

    private String line(String[] row, int[] width) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < width.length; i++) {
            if (width[i] == 0) {
                continue;
            }
            String blank = " ".repeat(width[i] - width(row[i]));
            line.append("  ").append(right[i] ? blank + row[i] : row[i] + blank);
        }
        return line.toString().stripTrailing();
    }

    static int width(String text) {
        return text.codePoints().map(Display::width).sum();
    }

    private static int width(int letter) {
        int kind = Character.getType(letter);
        if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = letter >= 0x1100
                && (letter <= 0x115F
                        || letter >= 0x2E80 && letter <= 0xA4CF
                        || letter >= 0xAC00 && letter <= 0xD7A3
                        || letter >= 0xF900 && letter <= 0xFAFF
                        || letter >= 0xFE30 && letter <= 0xFE6F
                        || letter >= 0xFF00 && letter <= 0xFF60
                        || letter >= 0xFFE0 && letter <= 0xFFE6
                        || letter >= 0x20000);
        return wide ? 2 : 1;
    }
}
