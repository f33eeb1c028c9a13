package cn.lingpao.datacollection.application.plan;

import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import java.util.List;

/** Pages of what is in memory. */
final class Slices {

    private Slices() {}

    static <T> Page<T> of(List<T> all, Paging paging) {
        int from = (int) Math.min((long) paging.page() * paging.size(), all.size());
        int to = Math.min(from + paging.size(), all.size());
        return new Page<>(all.subList(from, to), paging.page(), paging.size(), all.size());
    }
}
