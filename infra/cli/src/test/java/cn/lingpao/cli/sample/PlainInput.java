package cn.lingpao.cli.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the files of a doubly reviewed campaign amount to: the value that counts of every cell, groups, lists, awards. */
final class PlainInput {

    private record Target(String group, List<String> marks) {}

    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Map<String, Object> verdicts = new HashMap<>();
    private final Map<String, BigDecimal> awards = new HashMap<>();
    private final List<Map<?, ?>> lists;

    private PlainInput(List<Map<?, ?>> lists) {
        this.lists = lists;
    }

    static PlainInput read(Path dir, Map<?, ?> campaign, Map<?, ?> framework) throws IOException {
        PlainInput input = new PlainInput(PlainScores.maps(campaign, "lists"));
        if (!PlainScores.text(framework, "review").equals("double")) {
            throw new IllegalStateException("the plain computation knows double review only");
        }
        List<String> rows = Files.readAllLines(dir.resolve("targets.csv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] fields = row.split(",", -1);
            input.targets.put(fields[0], new Target(fields[4], List.of(fields[5].split("\\|"))));
        }
        input.decide(dir);
        for (JsonNode award : rows(dir, "awards.ndjson")) {
            input.awards.merge(
                    award.get("target").asString(), award.get("points").decimalValue(), BigDecimal::add);
        }
        return input;
    }

    /** Two who agree decide; the arbiter decides where they do not. */
    private void decide(Path dir) throws IOException {
        Map<String, Object> first = decisions(dir, "decisions-reviewer-1.ndjson");
        Map<String, Object> second = decisions(dir, "decisions-reviewer-2.ndjson");
        Map<String, Object> arbiter = decisions(dir, "decisions-arbiter.ndjson");
        for (JsonNode row : rows(dir, "observations.ndjson")) {
            String cell =
                    cell(row.get("target").asString(), row.get("checkPoint").asString());
            Object one = first.get(cell);
            boolean agreed = one != null && one.equals(second.get(cell));
            Object verdict = agreed ? one : arbiter.get(cell);
            if (verdict == null) {
                throw new IllegalStateException("nobody decided " + cell);
            }
            verdicts.put(cell, verdict);
        }
    }

    private static Map<String, Object> decisions(Path dir, String file) throws IOException {
        Map<String, Object> decisions = new HashMap<>();
        for (JsonNode row : rows(dir, file)) {
            JsonNode value = row.get("value");
            Object previous = decisions.put(
                    cell(row.get("targetId").asString(), row.get("checkPointId").asString()),
                    value.isNumber() ? value.decimalValue().stripTrailingZeros() : value.asString());
            if (previous != null) {
                throw new IllegalStateException("decided twice in " + file + ": " + row);
            }
        }
        return decisions;
    }

    private static List<JsonNode> rows(Path dir, String file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(dir.resolve(file))) {
            rows.add(JsonMapper.shared().readTree(line));
        }
        return rows;
    }

    private static String cell(String target, String checkPoint) {
        return target + "/" + checkPoint;
    }

    Iterable<String> targets() {
        return targets.keySet();
    }

    int verdicts() {
        return verdicts.size();
    }

    @Nullable
    Object verdict(String target, String checkPoint) {
        return verdicts.get(cell(target, checkPoint));
    }

    BigDecimal awarded(String target) {
        return awards.getOrDefault(target, BigDecimal.ZERO);
    }

    List<String> groupOf(String target) {
        return where(targets.get(target).group(), null);
    }

    List<String> lists() {
        return lists.stream().map(list -> PlainScores.text(list, "id")).toList();
    }

    List<String> members(String listId) {
        for (Map<?, ?> list : lists) {
            if (PlainScores.text(list, "id").equals(listId)) {
                return where(PlainScores.text(list, "group"), (String) list.get("where"));
            }
        }
        throw new IllegalArgumentException("no list " + listId);
    }

    private List<String> where(String group, @Nullable String mark) {
        List<String> members = new ArrayList<>();
        targets.forEach((id, target) -> {
            if (target.group().equals(group) && (mark == null || target.marks().contains(mark))) {
                members.add(id);
            }
        });
        return members;
    }
}
