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

    /** The same, and a number too; nothing is the first page. */
    Query also(String name, int number) {
        Query more = new Query();
        more.asked.putAll(asked);
        return more.with(name, number == 0 ? "" : "" + number);
    }

    /** An address of ours that asks the same on another page. */
    String address(String path, String page, int number) {
        return address(path, and(page, "" + number));
    }

    private static String address(String path, Map<String, String> all) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        all.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }
}
