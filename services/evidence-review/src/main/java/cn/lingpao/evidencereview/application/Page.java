package cn.lingpao.evidencereview.application;

import java.util.List;

/** A part of a longer answer; {@code page} counts from 0. */
public record Page<T>(List<T> items, int page, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }
}
