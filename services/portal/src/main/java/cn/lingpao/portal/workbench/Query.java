package cn.lingpao.portal.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** What is asked of a list; what is empty is not asked. */
final class Query {

    private final Map<String, String> asked = new LinkedHashMap<>();

    Query with(String name, String value) {
        if (!value.isBlank()) {
            asked.put(name, value.strip());
        }
        return this;
    }

    /** For the API, with one thing more. */
    Map<String, String> and(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(asked);
        more.put(name, value);
        return more;
    }

    /** An address of ours that asks the same on another page. */
    String address(String path, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, String> all = and("page", "" + page);
        all.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }
}
