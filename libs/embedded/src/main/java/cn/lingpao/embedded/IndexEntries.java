package cn.lingpao.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The sorted entries of one index in memory: key values, and where their document lies. */
final class IndexEntries {

    private final NavigableMap<Key, Object> entries = new ConcurrentSkipListMap<>();

    boolean putIfAbsent(Iterable<?> values, Object position) {
        return entries.putIfAbsent(Key.of(values), position) == null;
    }

    @Nullable
    Object remove(Iterable<?> values) {
        return entries.remove(Key.of(values));
    }

    int size() {
        return entries.size();
    }

    NavigableMap<Key, Object> all() {
        return entries;
    }

    /** The positions a filter may match; the filter is applied to their documents afterwards. */
    Set<Object> positions(IndexPlan plan) {
        var positions = new LinkedHashSet<>();
        for (List<@Nullable Object> prefix : plan.prefixes()) {
            var low = new Key(with(prefix, plan.atLeast()), -1);
            var high = new Key(with(prefix, plan.atMost()), +1);
            if (low.compareTo(high) < 0) {
                positions.addAll(entries.subMap(low, true, high, true).values());
            }
        }
        return positions;
    }

    /** The key of a document whose key fields are texts of its own, as nearly all are; null for any other. */
    static @Nullable KeyValue ofTexts(List<IndexKey> keys, Document document) {
        var texts = new ArrayList<String>(keys.size());
        for (IndexKey key : keys) {
            if (!(document.get(key.getKey()) instanceof String text)) {
                return null;
            }
            texts.add(text);
        }
        return new KeyValue(texts);
    }

    private static List<@Nullable Object> with(List<@Nullable Object> prefix, @Nullable Object bound) {
        if (bound == null) {
            return prefix;
        }
        var values = new ArrayList<>(prefix);
        values.add(bound);
        return values;
    }

    /**
     * Key values in BSON order; a shorter key is a bound that lies before ({@code edge} −1) or after (+1) every key it
     * begins.
     */
    record Key(List<@Nullable Object> values, int edge) implements Comparable<Key> {

        private static final Comparator<Object> ORDER = ValueComparator.ascWithoutListHandling();

        static Key of(Iterable<?> values) {
            var list = new ArrayList<@Nullable Object>();
            values.forEach(list::add);
            return new Key(list, 0);
        }

        @Override
        public int compareTo(Key other) {
            int common = Math.min(values.size(), other.values.size());
            for (int i = 0; i < common; i++) {
                int order = compare(values.get(i), other.values.get(i));
                if (order != 0) {
                    return order;
                }
            }
            if (values.size() == other.values.size()) {
                return Integer.compare(edge, other.edge);
            }
            return values.size() < other.values.size() ? (edge == 0 ? -1 : edge) : (other.edge == 0 ? 1 : -other.edge);
        }

        /** Nearly all keys are texts. */
        private static int compare(@Nullable Object one, @Nullable Object other) {
            return one instanceof String text && other instanceof String another
                    ? text.compareTo(another)
                    : ORDER.compare(one, other);
        }
    }
}
