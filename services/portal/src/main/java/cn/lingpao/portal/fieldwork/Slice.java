package cn.lingpao.portal.fieldwork;

import java.util.List;

/** A part of a longer list; {@code page} counts from 0. */
public record Slice<T>(List<T> items, int page, int size, long total) {

    /** The page of a whole list; one that lies behind its end is its last. */
    public static <T> Slice<T> of(List<T> all, int page, int size) {
        int last = Math.max(0, (all.size() - 1) / size);
        int shown = Math.clamp(page, 0, last);
        List<T> items = all.subList(Math.min(shown * size, all.size()), Math.min((shown + 1) * size, all.size()));
        return new Slice<>(List.copyOf(items), shown, size, all.size());
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
