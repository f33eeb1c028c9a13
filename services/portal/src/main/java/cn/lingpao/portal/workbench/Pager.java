package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader is in a list, and how to go on.
 *
 * @param page from 1
 * @param previous null on the first page
 * @param next null on the last
 */
public record Pager(
        int page,
        int pages,
        long total,
        @Nullable String previous,
        @Nullable String next) {

    static Pager of(String path, Query query, Slice<?> slice) {
        return of(path, query, "page", slice);
    }

    /** @param name of the parameter that says which page */
    static Pager of(String path, Query query, String name, Slice<?> slice) {
        int page = slice.page();
        return new Pager(
                page + 1,
                slice.pages(),
                slice.total(),
                page == 0 ? null : query.address(path, name, page - 1),
                page + 1 >= slice.pages() ? null : query.address(path, name, page + 1));
    }
}
