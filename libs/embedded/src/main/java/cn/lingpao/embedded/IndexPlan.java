package cn.lingpao.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an index narrows a filter: leading keys held equal (or one of a list), then at most one bound.
 *
 * <p>It may find too much, never too little; what it cannot read (null, lists, expressions) it leaves to the filter.
 *
 * @param weight how much it narrows; the plan of most weight is taken
 */
record IndexPlan(
        List<List<@Nullable Object>> prefixes,
        @Nullable Object atLeast,
        @Nullable Object atMost,
        int weight) {

    private static final int MOST_PREFIXES = 20_000;

    /** The conditions every match meets, those inside {@code $and} too; one a field is enough. */
    static Document conditions(Document filter) {
        if (!(filter.get("$and") instanceof Collection<?> clauses)) {
            return filter;
        }
        var conditions = new Document(filter);
        for (Object clause : clauses) {
            if (clause instanceof Document nested) {
                conditions(nested).forEach(conditions::putIfAbsent);
            }
        }
        return conditions;
    }

    static Optional<IndexPlan> of(List<String> keys, boolean sparse, Document filter) {
        List<List<@Nullable Object>> prefixes = List.of(List.of());
        var roots = new HashSet<String>();
        int equal = 0;
        for (String key : keys) {
            // two keys below one list may be met by different elements of it
            Object wanted = roots.add(root(key)) ? filter.get(key) : null;
            List<Object> values = equalTo(wanted);
            if (values.isEmpty() || (long) values.size() * prefixes.size() > MOST_PREFIXES) {
                return bounded(prefixes, wanted, equal, sparse);
            }
            prefixes = extend(prefixes, values);
            equal++;
        }
        return Optional.of(new IndexPlan(prefixes, null, null, 4 * equal + 1));
    }

    /** Whether every prefix is a key of so many values and nothing is left to sort. */
    boolean isOfWholeKeys(int size) {
        return atLeast == null && atMost == null && prefixes.stream().allMatch(prefix -> prefix.size() == size);
    }

    private static Optional<IndexPlan> bounded(
            List<List<@Nullable Object>> prefixes, @Nullable Object wanted, int equal, boolean sparse) {
        if (wanted instanceof Document operators) {
            Object low = first(operators, "$gte", "$gt");
            if (low != null) {
                return Optional.of(new IndexPlan(prefixes, low, null, 4 * equal + 2));
            }
            Object high = first(operators, "$lte", "$lt");
            if (high != null) {
                return Optional.of(new IndexPlan(prefixes, null, high, 4 * equal + 2));
            }
            if (equal == 0 && sparse && Boolean.TRUE.equals(operators.get("$exists"))) {
                return Optional.of(new IndexPlan(prefixes, null, null, 1));
            }
        }
        return equal == 0 ? Optional.empty() : Optional.of(new IndexPlan(prefixes, null, null, 4 * equal));
    }

    /** The values a key must have one of; empty when that is not known. */
    private static List<Object> equalTo(@Nullable Object wanted) {
        if (wanted instanceof Document operators && isExpression(operators)) {
            if (operators.get("$in") instanceof Collection<?> list) {
                return list.stream().allMatch(IndexPlan::isPlain) ? List.copyOf(list) : List.of();
            }
            Object equal = operators.get("$eq");
            return isPlain(equal) ? List.of(equal) : List.of();
        }
        return isPlain(wanted) ? List.of(wanted) : List.of();
    }

    private static @Nullable Object first(Document operators, String one, String other) {
        Object value = operators.getOrDefault(one, operators.get(other));
        return isPlain(value) ? normal(value) : null;
    }

    private static boolean isPlain(@Nullable Object value) {
        return !(value == null
                || value instanceof Missing
                || value instanceof Collection<?>
                || value instanceof BsonRegularExpression
                || value instanceof MinKey
                || value instanceof MaxKey
                || value instanceof Document document && isExpression(document));
    }

    private static boolean isExpression(Map<String, Object> document) {
        return document.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    private static List<List<@Nullable Object>> extend(List<List<@Nullable Object>> prefixes, List<Object> values) {
        var extended = new ArrayList<List<@Nullable Object>>(prefixes.size() * values.size());
        for (var prefix : prefixes) {
            for (Object value : values) {
                var longer = new ArrayList<>(prefix);
                longer.add(normal(value));
                extended.add(longer);
            }
        }
        return extended;
    }

    private static Object normal(Object value) {
        return new KeyValue(value).normalized().get(0);
    }

    /** The name of the field that a path begins with. */
    static String root(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }
}
