package cn.lingpao.methodology.yaml;

/**
 * What is wrong with a document, and where.
 *
 * @param line 1-based
 * @param column 1-based
 * @param path keys and indexes from the root, for example {@code nodes[2].checkPoints[0].rule}
 * @param code stable, lower-kebab, for example {@code duplicate-id}
 * @param reason what is wrong and how to mend it
 */
public record Fault(int line, int column, String path, String code, String reason) {

    /** As compilers say it: {@code file:line:column: path: reason [code]}. */
    public String in(String file) {
        return "%s:%d:%d: %s".formatted(file, line, column, told());
    }

    @Override
    public String toString() {
        return "line %d, column %d: %s".formatted(line, column, told());
    }

    private String told() {
        return "%s%s [%s]".formatted(path.isEmpty() ? "" : path + ": ", reason, code);
    }
}
