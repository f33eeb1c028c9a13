package cn.lingpao.methodology.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells changes to people: headed by their kind, and what happened in many places alike told once. */
public final class Telling {

    private static final int MANY = 4;
    private static final int NAMED = 5;

    private Telling() {}

    /** The lines, without line ends; none when nothing changed. */
    public static List<String> lines(List<Change> changes) {
        List<String> lines = new ArrayList<>();
        for (Change.Kind kind : Change.Kind.values()) {
            Map<String, List<Change>> byWords = new LinkedHashMap<>();
            changes.stream().filter(change -> change.kind() == kind).forEach(change -> byWords.computeIfAbsent(
                            change.words(), words -> new ArrayList<>())
                    .add(change));
            if (!byWords.isEmpty()) {
                lines.add(heading(kind));
                byWords.values().forEach(alike -> tell(alike, lines));
            }
        }
        return lines;
    }

    private static void tell(List<Change> alike, List<String> lines) {
        if (alike.size() < MANY) {
            alike.forEach(change -> lines.add("  " + change));
            return;
        }
        List<String> named = alike.stream().limit(NAMED).map(Change::id).toList();
        String more = alike.size() > NAMED ? " and %d more".formatted(alike.size() - NAMED) : "";
        lines.add("  in %d places (%s%s): %s"
                .formatted(
                        alike.size(),
                        String.join(", ", named),
                        more,
                        alike.getFirst().words()));
    }

    private static String heading(Change.Kind kind) {
        return switch (kind) {
            case STRUCTURE -> "structure";
            case WEIGHT -> "weights";
            case RULE -> "points and rules";
            case STEP -> "normalisation, aggregation, rounding";
            case POLICY -> "missing and undetermined values, review";
            case RESULT -> "results";
            case DECISION -> "decisions";
            case NAME -> "names";
            case DESCRIPTION -> "descriptions";
        };
    }
}
