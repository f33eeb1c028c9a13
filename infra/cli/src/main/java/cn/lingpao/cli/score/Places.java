package cn.lingpao.cli.score;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The targets that are scored, by id: those of a file of targets, or else those that the values name. */
record Places(Map<String, Place> byId, boolean registered) {

    /**
     * A target.
     *
     * @param division GB/T 2260 code
     * @param group whom it is scored together with; empty when there is one group only
     */
    record Place(String id, @Nullable String name, @Nullable String division, String group) {}

    /** Reads a file of targets: {@code id}, and if there are any {@code name}, {@code division_code}, {@code group}. */
    static Places read(Path file, Dialect dialect, Remarks remarks) throws IOException {
        Map<String, Place> places = new LinkedHashMap<>();
        Optional<Table> opened = Table.open(file, dialect.charset(), remarks);
        if (opened.isEmpty()) {
            return new Places(places, true);
        }
        Table table = opened.get();
        int id = table.column(List.of("id", "target", "target_id"));
        if (id < 0) {
            remarks.fault(file, 1, 0, "", "no-target-column", "has no column 'id': name the column of the ids so");
            return new Places(places, true);
        }
        int name = table.column(List.of("name", "name_zh", "label", "name_en"));
        int division = table.column(List.of("division_code"));
        int group = table.column(List.of("group"));
        table.forEach(row -> {
            String target = row.fields().get(id);
            String header = table.header().get(id);
            if (target.isEmpty()) {
                remarks.fault(file, row.line(), id + 1, header, "unknown-target", "is empty: give the target an id");
                return;
            }
            String in = group < 0 ? "" : row.fields().get(group);
            Place earlier = places.putIfAbsent(target, new Place(target, field(row, name), field(row, division), in));
            if (earlier != null) {
                remarks.fault(
                        file, row.line(), id + 1, header, "duplicate", "'" + target + "' is there twice: remove one");
            }
        });
        return new Places(places, true);
    }

    /** The targets of the values, all in one group. */
    static Places of(Values values) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (String target : values.targets()) {
            places.put(target, new Place(target, null, null, ""));
        }
        return new Places(places, false);
    }

    /** The targets there are; null when only the values say. */
    @Nullable
    Set<String> known() {
        return registered ? byId.keySet() : null;
    }

    /** What to call a target: its name, else null. */
    @Nullable
    String name(String target, Values values) {
        Place place = byId.get(target);
        Values.Row row = values.row(target);
        return place != null && place.name() != null ? place.name() : row == null ? null : row.name;
    }

    private static @Nullable String field(Table.Row row, int column) {
        return column < 0 || row.fields().get(column).isEmpty()
                ? null
                : row.fields().get(column);
    }
}
