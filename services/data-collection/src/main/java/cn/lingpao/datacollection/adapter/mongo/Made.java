package cn.lingpao.datacollection.adapter.mongo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The document that an upsert makes where there is none. */
final class Made {

    private Made() {}

    /**
     * @param update of {@code $setOnInsert}, {@code $set}, {@code $max}, and {@code $addToSet} of one value or of {@code $each}
     * @throws IllegalArgumentException for any other operator
     */
    static Document by(Document update) {
        Document made = new Document();
        for (Map.Entry<String, Object> operator : update.entrySet()) {
            Document changes = (Document) operator.getValue();
            switch (operator.getKey()) {
                case "$setOnInsert", "$set", "$max" -> changes.forEach((path, value) -> put(made, path, value));
                case "$addToSet" -> changes.forEach((path, value) -> put(made, path, members(value)));
                default -> throw new IllegalArgumentException(operator.getKey());
            }
        }
        return made;
    }

    private static void put(Document made, String path, Object value) {
        Document parent = made;
        int from = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
            parent = (Document) parent.computeIfAbsent(path.substring(from, dot), absent -> new Document());
            from = dot + 1;
        }
        parent.put(path.substring(from), value);
    }

    private static List<Object> members(Object value) {
        return value instanceof Document each
                ? new ArrayList<>(new LinkedHashSet<>(each.getList("$each", Object.class)))
                : List.of(value);
    }
}
