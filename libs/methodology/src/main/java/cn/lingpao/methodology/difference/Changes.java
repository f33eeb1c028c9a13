package cn.lingpao.methodology.difference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what differs. */
final class Changes {

    private final List<Change> changes = new ArrayList<>();

    void add(Change.Kind kind, String id, String place, String words) {
        changes.add(new Change(kind, id, place, words));
    }

    /** By kind, and inside a kind in the order in which they were found. */
    List<Change> list() {
        return changes.stream().sorted(Comparator.comparing(Change::kind)).toList();
    }

    /** Compares two things part by part. */
    <T> Comparison<T> of(String id, String place, T before, T after) {
        return new Comparison<>(id, place, before, after);
    }

    /** Two versions of one thing. */
    final class Comparison<T> {

        private final String id;
        private final String place;
        private final T before;
        private final T after;

        private Comparison(String id, String place, T before, T after) {
            this.id = id;
            this.place = place;
            this.before = before;
            this.after = after;
        }

        /** Tells {@code part} when it is not the same. */
        Comparison<T> on(Change.Kind kind, String part, Function<T, ? extends @Nullable Object> get) {
            Object was = get.apply(before);
            Object is = get.apply(after);
            if (!same(was, is)) {
                add(kind, id, place, part + " " + Words.change(was, is));
            }
            return this;
        }
    }

    /** Numbers are the same when their values are: 1.0 is 1. */
    private static boolean same(@Nullable Object was, @Nullable Object is) {
        return was instanceof BigDecimal one && is instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(was, is) || Words.of(was).equals(Words.of(is));
    }
}
