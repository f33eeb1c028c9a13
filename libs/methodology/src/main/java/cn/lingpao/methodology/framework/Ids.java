package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The ids of one kind that were seen so far, each once. */
final class Ids {

    private final String kind;
    private final Map<String, Integer> lines = new HashMap<>();

    Ids(String kind) {
        this.kind = kind;
    }

    /** The id; a repeated one is reported and read all the same. */
    Optional<String> read(Element element) {
        Optional<String> id = element.id();
        id.ifPresent(text -> {
            Integer earlier = lines.putIfAbsent(text, element.line());
            if (earlier != null) {
                element.fault(
                        "duplicate-id",
                        "the " + kind + " id '" + text + "' stands in line " + earlier
                                + " already: give one another id");
            }
        });
        return id;
    }
}
