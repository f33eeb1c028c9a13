package cn.lingpao.cli.score;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file of values says about each target, in the order of the file. */
final class Values {

    private final List<String> ids;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    Values(List<String> ids) {
        this.ids = ids;
        ids.forEach(id -> index.put(id, index.size()));
    }

    /** What is said about one target; the first line that names it. */
    static final class Row {
        final long line;
        final @Nullable Answer[] answers;
        final Map<String, String> evidence = new HashMap<>();

        @Nullable
        String name;

        @Nullable
        BigDecimal award;

        private final int[] lines;

        private Row(long line, int width) {
            this.line = line;
            answers = new Answer[width];
            lines = new int[width];
        }
    }

    /** What the file may say something about; the answers of a row stand in this order. */
    List<String> ids() {
        return ids;
    }

    /** The answers of every target by id. */
    Map<String, Map<String, Answer>> all() {
        Map<String, Map<String, Answer>> all = new HashMap<>();
        rows.keySet().forEach(target -> all.put(target, answers(target)));
        return all;
    }

    /** The targets that the file names. */
    Set<String> targets() {
        return rows.keySet();
    }

    /** What is said about a target, which becomes known with it. */
    Row row(String target, long line) {
        return rows.computeIfAbsent(target, each -> new Row(line, ids.size()));
    }

    /** The line that names a target first; 0 when none does. */
    long line(String target) {
        Row row = rows.get(target);
        return row == null ? 0 : row.line;
    }

    @Nullable
    Row row(String target) {
        return rows.get(target);
    }

    /** Keeps an answer, unless there is one already. */
    Said put(Row row, long line, String id, Answer answer) {
        int at = index.getOrDefault(id, 0);
        Answer earlier = row.answers[at];
        if (earlier == null) {
            row.answers[at] = answer;
            row.lines[at] = (int) line;
            return new Said(0, false);
        }
        return new Said(row.lines[at], same(earlier.value(), answer.value()));
    }

    /** Whether something had been said before: in which line, 0 for none, and whether it was the same. */
    record Said(long line, boolean same) {}

    private static boolean same(Value one, Value other) {
        return one instanceof Value.Number a && other instanceof Value.Number b
                ? a.number().compareTo(b.number()) == 0
                : one.equals(other);
    }

    /** The answers of a target by id. */
    Map<String, Answer> answers(String target) {
        Map<String, Answer> answers = new HashMap<>();
        Row row = rows.get(target);
        for (int i = 0; row != null && i < ids.size(); i++) {
            Answer answer = row.answers[i];
            if (answer != null) {
                answers.put(ids.get(i), answer);
            }
        }
        return answers;
    }

    /** The ids that nobody has a value for. */
    List<String> unanswered() {
        return ids.stream()
                .filter(id -> rows.values().stream().allMatch(row -> row.answers[index.getOrDefault(id, 0)] == null))
                .toList();
    }
}
