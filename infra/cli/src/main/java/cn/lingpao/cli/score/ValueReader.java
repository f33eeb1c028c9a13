package cn.lingpao.cli.score;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.framework.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file of values, long or wide, to its end: what fits is kept, what does not is told. */
final class ValueReader {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.,]*[0-9][0-9.,]*([eE][-+]?[0-9]+)?%?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]+");

    private final Vocabulary vocabulary;
    private final Dialect dialect;
    private final @Nullable Set<String> known;
    private final Remarks remarks;
    private final Values values;

    /** @param known the targets there are; null when nobody says */
    ValueReader(Vocabulary vocabulary, Dialect dialect, @Nullable Set<String> known, Remarks remarks) {
        this.vocabulary = vocabulary;
        this.dialect = dialect;
        this.known = known;
        this.remarks = remarks;
        this.values = new Values(vocabulary.ids());
    }

    Values read(Path file) throws IOException {
        Optional<Table> table = Table.open(file, dialect.charset(), remarks);
        Optional<Columns> columns = table.flatMap(each -> Columns.of(each, vocabulary, dialect, remarks));
        if (table.isPresent() && columns.isPresent()) {
            List<Integer> unnamed = Columns.unnamed(table.get());
            table.get().forEach(row -> row(table.get(), columns.get(), unnamed, row));
            if (known == null) {
                numbersAmongNames(file);
            }
            if (values.targets().isEmpty() && !remarks.refused()) {
                remarks.fault(file, 0, 0, "", "no-target", "names no target: give it a row for every target");
            }
        }
        return values;
    }

    private void row(Table table, Columns columns, List<Integer> unnamed, Table.Row row) {
        for (int column : unnamed) {
            if (!row.fields().get(column).isEmpty()) {
                remarks.fault(
                        table.file(),
                        row.line(),
                        column + 1,
                        "",
                        "unnamed-column",
                        "stands in a column without a" + " name: name the column in line 1, or empty it");
            }
        }
        String target = row.fields().get(columns.target());
        Optional<String> strange = strange(target);
        if (strange.isPresent()) {
            remarks.fault(
                    table.file(),
                    row.line(),
                    columns.target() + 1,
                    table.header().get(columns.target()),
                    "unknown-target",
                    strange.get());
            return;
        }
        Values.Row kept = values.row(target, row.line());
        if (columns.name() >= 0
                && kept.name == null
                && !row.fields().get(columns.name()).isEmpty()) {
            kept.name = row.fields().get(columns.name());
        }
        if (columns.isLong()) {
            longRow(table, columns, row, kept);
        } else {
            columns.values().forEach((column, id) -> field(table, row, column, id, kept, null));
        }
    }

    private void longRow(Table table, Columns columns, Table.Row row, Values.Row kept) {
        String written = row.fields().get(columns.id());
        Optional<String> id = vocabulary.id(written);
        if (id.isEmpty()) {
            String header = table.header().get(columns.id());
            remarks.fault(
                    table.file(),
                    row.line(),
                    columns.id() + 1,
                    header,
                    "unknown-id",
                    written.isEmpty() ? "is empty: say what the value is of" : vocabulary.unknown(written));
            return;
        }
        String verdict = columns.verdict() < 0 ? "" : row.fields().get(columns.verdict());
        field(table, row, columns.value(), id.get(), kept, verdict.isEmpty() ? null : verdict);
        String evidence = columns.evidence() < 0 ? "" : row.fields().get(columns.evidence());
        if (!evidence.isEmpty()) {
            kept.evidence.put(id.get(), evidence);
        }
    }

    private void field(Table table, Table.Row row, int column, String id, Values.Row kept, @Nullable String verdict) {
        Written written = Written.of(vocabulary, id, row.fields().get(column), dialect.missing());
        switch (written) {
            case Written.Missing missing -> {}
            case Written.Refused refused ->
                remarks.fault(table.file(), row.line(), column + 1, id, refused.code(), refused.text());
            case Written.Answered answered -> answered(table, row, column, id, kept, answered.value(), verdict);
        }
    }

    private void answered(
            Table table, Table.Row row, int column, String id, Values.Row kept, Value value, @Nullable String verdict) {
        if (vocabulary.isBonus(id)) {
            kept.award = value instanceof Value.Number number ? number.number() : null;
            return;
        }
        Values.Said said = values.put(kept, row.line(), id, new Answer(value, verdict));
        if (said.line() > 0) {
            twice(table, row, column, id, said);
        }
    }

    private void twice(Table table, Table.Row row, int column, String id, Values.Said said) {
        String where = "line " + said.line() + " has ";
        if (said.same()) {
            remarks.notice(table.file(), row.line(), column + 1, id, "repeated", where + "the same value already");
        } else {
            remarks.fault(
                    table.file(),
                    row.line(),
                    column + 1,
                    id,
                    "duplicate",
                    where + "another value for this target: keep the right one of the two");
        }
    }

    private Optional<String> strange(String target) {
        if (target.isEmpty()) {
            return Optional.of("names no target: name it, or remove the row");
        }
        if (target.indexOf('\n') >= 0) {
            return Optional.of("the name of a target has a line break in it: close the quote (\") that is open");
        }
        if (known != null) {
            return known.contains(target)
                    ? Optional.empty()
                    : Optional.of("'" + target + "' is not among the targets: register it, or remove the row"
                            + (NUMBER.matcher(target).matches() ? FOOTER : ""));
        }
        if (FooterRow.is(target)) {
            return Optional.of(
                    "'" + target + "' is no target but the footer of a spreadsheet: remove the row, or give the"
                            + " targets with --targets");
        }
        boolean number =
                NUMBER.matcher(target).matches() && !WHOLE.matcher(target).matches();
        return number
                ? Optional.of("'" + target + "' is a number, not a target" + FOOTER + ": remove the row")
                : Optional.empty();
    }

    private static final String FOOTER = " (perhaps a hidden row or the footer of a spreadsheet)";

    /** Whole numbers may be ids of targets; a few of them among names are the rest of a spreadsheet. */
    private void numbersAmongNames(Path file) {
        List<String> numbers = values.targets().stream()
                .filter(target -> WHOLE.matcher(target).matches())
                .toList();
        if (numbers.size() * 2 < values.targets().size()) {
            numbers.forEach(target -> remarks.fault(
                    file,
                    values.line(target),
                    0,
                    "target",
                    "unknown-target",
                    "'" + target + "' is a number among names" + FOOTER
                            + ": remove the row, or give the targets with --targets"));
        }
    }
}
