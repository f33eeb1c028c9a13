package cn.lingpao.cli.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns of a table of values are.
 *
 * @param target the column of the target
 * @param id the column of the id in the long form, -1 in the wide form; likewise {@code value}, {@code verdict}, {@code
 *     evidence}
 * @param name a column with names of targets, -1 without
 * @param values in the wide form, the id that each column holds values of
 */
record Columns(int target, int id, int value, int verdict, int evidence, int name, Map<Integer, String> values) {

    private static final List<String> TARGET = List.of("target", "target_id", "targetid", "评估对象");
    private static final List<String> ID = List.of(
            "checkpoint", "check_point", "check point", "indicator", "measure", "node", "variable", "评估点", "指标");
    private static final List<String> VALUE = List.of("value", "值", "评估结果");
    private static final List<String> NAME = List.of("name", "name_zh", "名称", "label", "name_en");
    private static final Set<String> LABELS =
            Set.of("name", "name_zh", "name_en", "名称", "label", "group", "division_code", "marks", "channels");

    boolean isLong() {
        return id >= 0;
    }

    /** Reads the header; empty, with every fault of it among the remarks, when it is of no use. */
    static Optional<Columns> of(Table table, Vocabulary vocabulary, Dialect dialect, Remarks remarks) {
        int target = target(table, dialect);
        int id = vocabulary.id(text(table, table.column(ID))).isPresent() ? -1 : table.column(ID);
        int value = table.column(VALUE);
        if (target < 0) {
            remarks.fault(table.file(), 1, 0, "", "no-target-column", noTarget(table, dialect));
            return Optional.empty();
        }
        Map<Integer, String> values = id >= 0 && value >= 0
                ? longForm(table, dialect, remarks, Set.of(target, id, value))
                : wideForm(table, vocabulary, dialect, remarks, target);
        boolean isLong = id >= 0 && value >= 0;
        int name = table.column(NAME);
        return Optional.of(new Columns(
                target,
                isLong ? id : -1,
                isLong ? value : -1,
                isLong ? table.column(List.of("verdict")) : -1,
                isLong ? table.column(List.of("evidence")) : -1,
                values.containsKey(name) || name == target ? -1 : name,
                values));
    }

    private static String noTarget(Table table, Dialect dialect) {
        if (table.header().stream().filter(header -> !header.isEmpty()).count() == 1) {
            return "the first line is a title, or has another separator than comma, semicolon and tab: begin the file with"
                    + " the names of the columns";
        }
        return dialect.target() == null
                ? "no column 'target' says which target a row is about: name it so, or say --target \""
                        + table.header().getFirst() + "\""
                : "there is no column '" + dialect.target() + "', which --target names: it has "
                        + String.join(
                                ", ",
                                table.header()
                                        .subList(0, Math.min(5, table.header().size())));
    }

    private static String text(Table table, int column) {
        return column < 0 ? "" : table.header().get(column);
    }

    private static int target(Table table, Dialect dialect) {
        if (dialect.target() != null) {
            return table.column(List.of(dialect.target().toLowerCase(Locale.ROOT)));
        }
        int target = table.column(TARGET);
        return target >= 0 ? target : table.column(List.of("id"));
    }

    private static Map<Integer, String> longForm(Table table, Dialect dialect, Remarks remarks, Set<Integer> known) {
        for (int i = 0; i < table.header().size(); i++) {
            String header = table.header().get(i);
            boolean read = known.contains(i)
                    || header.equalsIgnoreCase("verdict")
                    || header.equalsIgnoreCase("evidence")
                    || skipped(header, dialect);
            if (!read && !header.isEmpty()) {
                remarks.fault(
                        table.file(),
                        1,
                        i + 1,
                        header,
                        "unknown-column",
                        "is not read in the long form (target, check point or indicator, value, and if there are any verdict,"
                                + " evidence, name): leave it out with --ignore \"" + header + "\"");
            }
        }
        return Map.of();
    }

    private static Map<Integer, String> wideForm(
            Table table, Vocabulary vocabulary, Dialect dialect, Remarks remarks, int target) {
        Map<Integer, String> values = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < table.header().size(); i++) {
            String header = table.header().get(i);
            if (i == target || header.isEmpty() || dialect.ignored().contains(header)) {
                continue;
            }
            Optional<String> id = vocabulary.id(header);
            if (id.isEmpty()) {
                if (!skipped(header, dialect)) {
                    remarks.fault(table.file(), 1, i + 1, header, "unknown-id", vocabulary.unknown(header));
                }
                continue;
            }
            Integer earlier = seen.putIfAbsent(id.get(), i);
            if (earlier == null) {
                values.put(i, id.get());
            } else {
                remarks.fault(
                        table.file(),
                        1,
                        i + 1,
                        header,
                        "duplicate-column",
                        "stands in column " + (earlier + 1) + " already: remove one");
            }
        }
        return values;
    }

    private static boolean skipped(String header, Dialect dialect) {
        return dialect.ignored().contains(header) || LABELS.contains(header.toLowerCase(Locale.ROOT));
    }

    /** The columns without a name, which must hold nothing. */
    static List<Integer> unnamed(Table table) {
        List<Integer> unnamed = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            if (table.header().get(i).isEmpty()) {
                unnamed.add(i);
            }
        }
        return unnamed;
    }
}
