package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.servicesupport.Fault;
import cn.lingpao.servicesupport.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The columns of a sheet of observations, found by their headings, in any order. */
final class SheetColumns {

    /** The headings of the template, in its order. */
    static final List<String> ALL = List.of(
            "target",
            "targetName",
            "checkPoint",
            "question",
            "channel",
            "value",
            "cause",
            "observedAt",
            "url",
            "title",
            "capturedAt",
            "sha256",
            "note");

    /** Headings that help who fills the sheet; what stands below them is not read. */
    static final Set<String> WORDS = Set.of("targetName", "question");

    static final String SHEET = "observations";

    private static final List<String> REQUIRED = List.of("target", "checkPoint", "value", "observedAt");
    private static final int LETTERS = 26;

    private final String sheet;
    private final List<String> headings;
    private final Map<String, Integer> places = new HashMap<>();

    /** @throws Refusal when a heading is unknown, stands twice or is missing */
    SheetColumns(String sheet, List<String> headings) {
        this.sheet = sheet;
        this.headings = headings;
        for (int column = 0; column < headings.size(); column++) {
            String heading = headings.get(column);
            if (heading.isEmpty()) {
                continue;
            }
            if (!ALL.contains(heading)) {
                throw refused(column, "unknown-column", "'" + heading + "' is none of " + String.join(", ", ALL));
            }
            if (places.putIfAbsent(heading, column) != null) {
                throw refused(column, "unknown-column", "the heading '" + heading + "' stands twice");
            }
        }
        for (String required : REQUIRED) {
            if (!places.containsKey(required)) {
                throw refused(0, "missing-column", "there is no column '" + required + "' in the first row");
            }
        }
    }

    private Refusal refused(int column, String code, String reason) {
        String place = sheet + "!" + cell(column, 1);
        String detail = place + ": " + reason + "; take the template's headings";
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, code, detail, List.of(Fault.at(place, code, reason)));
    }

    String heading(int column) {
        return column < headings.size() ? headings.get(column) : "";
    }

    int size() {
        return headings.size();
    }

    /** The cell of a field in a row, like {@code F12}; null when the fault lies with no single cell. */
    @Nullable
    String cell(@Nullable String field, int row) {
        String name = field == null ? "" : field.replaceFirst("^evidence\\[0]\\.", "");
        Integer column = places.get(name);
        return column == null ? null : cell(column, row);
    }

    static String cell(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.append(row).toString();
    }
}
