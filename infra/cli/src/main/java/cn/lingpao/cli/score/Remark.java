package cn.lingpao.cli.score;

import java.nio.file.Path;

/**
 * Something about an input file that a person should know, and where it stands.
 *
 * @param line 1-based, 0 for the file as a whole
 * @param column the number of the field in its row, 1-based, 0 for the row as a whole
 * @param field the name of the column, or what else is meant; empty for the row as a whole
 * @param code stable, lower-kebab, for example {@code unknown-target}
 * @param text what is wrong and how to mend it
 */
record Remark(Path file, long line, int column, String field, String code, String text) {

    @Override
    public String toString() {
        StringBuilder place = new StringBuilder(file.toString());
        if (line > 0) {
            place.append(':').append(line);
        }
        if (column > 0) {
            place.append(':').append(column);
        }
        return place + ": " + (field.isEmpty() ? "" : field + ": ") + text + " [" + code + "]";
    }
}
