package cn.lingpao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Prints the refused rows of a file, {@code file:line: field: reason [code]}, the first of them in full. */
final class RowReport {

    private static final int SHOWN = 20;

    private final Path file;
    private final PrintWriter err;
    private int rejected;

    RowReport(Path file, PrintWriter err) {
        this.file = file;
        this.err = err;
    }

    /** @param before how many lines of the file stand before the first line of this report */
    void addRejected(JsonNode rows, int before) {
        for (JsonNode row : rows) {
            if (row.path("outcome").asString("").equals("rejected") && ++rejected <= SHOWN) {
                print(row, before);
            }
        }
        err.flush();
    }

    private void print(JsonNode row, int before) {
        String field = row.path("field").asString("");
        err.printf(
                "%s:%d: %s%s [%s]%n",
                file,
                before + row.path("line").asInt(0),
                field.isEmpty() ? "" : field + ": ",
                row.path("reason").asString(""),
                row.path("code").asString(""));
    }

    /** Says how many refused rows were not printed; 0 when every row was taken, else 1. */
    int exitCode() {
        if (rejected > SHOWN) {
            err.println("… and " + (rejected - SHOWN) + " more rejected rows");
            err.flush();
        }
        return rejected == 0 ? 0 : 1;
    }
}
