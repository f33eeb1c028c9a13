package cn.lingpao.portal.fieldwork;

import java.util.List;

/** A part of a longer list; {@code page} counts from 0. */
public record Slice<T>(List<T> items, int page, int size, long total) {

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
