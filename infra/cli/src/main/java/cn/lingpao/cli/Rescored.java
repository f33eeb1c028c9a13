package cn.lingpao.cli;

import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A ranking under two frameworks as a table for people. */
final class Rescored {

    private static final String ROW = "%-6s %-24s %14s %6s %14s %14s %14s%n";

    private Rescored() {}

    static void print(JsonNode answer, PrintWriter out) {
        String told = answer.path("frameworkRef").asString("");
        String other = answer.path("rescoredUnder").asString("");
        out.printf(
                "%s, told under %s, rescored under %s%n", answer.path("listId").asString(""), told, other);
        boolean compared = answer.hasNonNull("since");
        out.printf(ROW, "rank", "target", "told", "rank*", "rescored*", "ruler", compared ? "improved" : "");
        for (JsonNode entry : answer.path("entries")) {
            JsonNode rescored = entry.path("rescored");
            List<String> row = List.of(
                    number(entry.path("told").path("rank")),
                    entry.path("targetId").asString(""),
                    number(entry.path("told").path("total")),
                    number(rescored.path("rank")),
                    number(rescored.path("total")),
                    number(entry.path("ruler")),
                    compared ? number(entry.path("improved")) : "");
            out.printf(ROW, row.toArray());
        }
        out.println("* under " + other + "; ruler = told - rescored, the same answers under two frameworks");
        if (compared) {
            out.println("improved = rescored - total of " + answer.path("since").asString("") + ", one framework");
        }
    }

    private static String number(JsonNode number) {
        return number.isNumber() ? number.decimalValue().toPlainString() : "-";
    }
}
