package cn.lingpao.cli;

import cn.lingpao.collectorclient.Platform;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A list of the API, page by page. */
final class Pages {

    private static final int SIZE = 500;

    private final Platform api;
    private final String path;
    private final String query;

    Pages(Platform api, String path) {
        this(api, path, "");
    }

    /** @param query what else is asked: empty, or beginning with {@code &} */
    Pages(Platform api, String path, String query) {
        this.api = api;
        this.path = path;
        this.query = query;
    }

    /** Hands over every item; returns how many there were. */
    int each(Consumer<JsonNode> taker) {
        int count = 0;
        long total = Long.MAX_VALUE;
        for (int page = 0; (long) page * SIZE < total; page++) {
            JsonNode found = api.get(path + "?size=" + SIZE + "&page=" + page + query);
            total = found.path("total").asLong(0);
            for (JsonNode item : found.path("items")) {
                taker.accept(item);
                count++;
            }
        }
        return count;
    }
}
