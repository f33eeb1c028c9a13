package cn.lingpao.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The updates that a projection makes by the thousand: {@code $max}, {@code $addToSet} and {@code $setOnInsert} on paths
 * through plain documents. Only what lies on a path is copied. Whatever is not plain is left to the library, which copies
 * and compares the whole document several times and looks at every pair of paths.
 */
final class PlainUpdate {

    private static final String ON_INSERT = "$setOnInsert";
    private static final Set<String> OPERATORS = Set.of("$max", "$addToSet", ON_INSERT);

    private final Document result;
    private final Set<Document> own = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean changed;

    private PlainUpdate(Document result) {
        this.result = result;
        own.add(result);
    }

    /** Whether nothing but these operators is asked for, and no path lies on another; tells nothing of the document yet. */
    static boolean isPlain(Document update) {
        Set<String> paths = new HashSet<>();
        int count = 0;
        for (var operator : update.entrySet()) {
            if (!OPERATORS.contains(operator.getKey()) || !(operator.getValue() instanceof Document changes)) {
                return false;
            }
            count += changes.size();
            paths.addAll(changes.keySet());
        }
        return count > 0 && count == paths.size() && paths.stream().allMatch(path -> stands(path, paths));
    }

    private static boolean stands(String path, Set<String> others) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (others.contains(path.substring(0, dot))) {
                return false;
            }
        }
        for (String name : path.split("\\.", -1)) {
            if (name.isEmpty() || name.charAt(0) == '$') {
                return false;
            }
        }
        return !path.equals("_id") && !path.startsWith("_id.");
    }

    /** The first names of all paths that change a document which is there. */
    static Set<String> roots(Document update) {
        Set<String> roots = new HashSet<>();
        for (var operator : update.entrySet()) {
            if (!operator.getKey().equals(ON_INSERT)) {
                ((Document) operator.getValue()).keySet().forEach(path -> roots.add(IndexPlan.root(path)));
            }
        }
        return roots;
    }

    /**
     * The document as it is after the update; the given one stays as it is.
     *
     * @param inserted whether it is being made
     * @return the same document when nothing changes; empty when the library must do it
     */
    static Optional<Document> apply(Document update, Document before, boolean inserted) {
        var work = new PlainUpdate(before.clone());
        for (var operator : update.entrySet()) {
            for (var change : ((Document) operator.getValue()).entrySet()) {
                if (!work.change(operator.getKey(), change.getKey(), change.getValue(), inserted)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(work.changed ? work.result : before);
    }

    private boolean change(String operator, String path, @Nullable Object value, boolean inserted) {
        if (operator.equals(ON_INSERT) && !inserted) {
            return true;
        }
        int last = path.lastIndexOf('.');
        Document parent = result;
        for (int from = 0; from < last && parent != null; ) {
            int dot = path.indexOf('.', from);
            parent = below(parent, path.substring(from, dot));
            from = dot + 1;
        }
        String name = path.substring(last + 1);
        return parent != null
                && switch (operator) {
                    case "$max" -> greatest(parent, name, value);
                    case "$addToSet" -> member(parent, name, value);
                    default -> put(parent, name, value);
                };
    }

    /** A copy that nobody else has; null when something else than a document is there. */
    private @Nullable Document below(Document parent, String name) {
        Object found = parent.getOrMissing(name);
        if (found instanceof Document document && own.contains(document)) {
            return document;
        }
        if (!(found instanceof Document) && !(found instanceof Missing)) {
            return null;
        }
        Document copy = found instanceof Document document ? document.clone() : new Document();
        own.add(copy);
        parent.put(name, copy);
        return copy;
    }

    private boolean greatest(Document parent, String name, @Nullable Object value) {
        Object found = parent.getOrMissing(name);
        if (found instanceof Collection<?> || value instanceof Collection<?>) {
            return false;
        }
        return found instanceof Missing || ValueComparator.asc().compare(value, found) > 0
                ? put(parent, name, value)
                : true;
    }

    private boolean member(Document parent, String name, @Nullable Object value) {
        Object found = parent.getOrMissing(name);
        if (!(found instanceof Missing) && !(found instanceof List<?>)) {
            return false;
        }
        Collection<?> added = List.of();
        if (value instanceof Document document && document.keySet().equals(Set.of("$each"))) {
            if (!(document.get("$each") instanceof Collection<?> each)) {
                return false;
            }
            added = each;
        } else if (value instanceof Document || value == null) {
            return false;
        } else {
            added = List.of(value);
        }
        List<@Nullable Object> members = new ArrayList<>(found instanceof List<?> list ? list : List.of());
        Set<@Nullable Object> known = new HashSet<>(members);
        for (Object each : added) {
            if (known.add(each)) {
                members.add(each);
            }
        }
        return found instanceof List<?> list && list.size() == members.size() || put(parent, name, members);
    }

    private boolean put(Document parent, String name, @Nullable Object value) {
        parent.put(name, value);
        changed = true;
        return true;
    }

    /** Whether a filter names one document by its id and says nothing else. */
    static boolean isById(Map<String, Object> filter) {
        return filter.size() == 1 && filter.get("_id") instanceof String;
    }
}
