package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An entry of the list of what is excluded, with the place where it names it. */
record Excluded(Exclusion exclusion, boolean isNode, Element place) {

    static List<Excluded> list(Fields top) {
        List<Excluded> excluded = new ArrayList<>();
        for (Element element : top.list("excluded")) {
            element.fields().map(fields -> read(fields, element)).ifPresent(excluded::add);
        }
        return excluded;
    }

    /** The exclusions of nodes, or those of check points, by id. */
    static Map<String, Exclusion> byId(List<Excluded> excluded, boolean nodes) {
        Map<String, Exclusion> byId = new HashMap<>();
        excluded.stream()
                .filter(each -> each.isNode == nodes)
                .forEach(each -> byId.putIfAbsent(each.exclusion.id(), each.exclusion));
        return byId;
    }

    private static Excluded read(Fields fields, Element entry) {
        Optional<Element> point = fields.optional("checkPoint");
        Optional<Element> node = point.isPresent() ? fields.optional("node") : fields.required("node");
        if (point.isPresent() && node.isPresent()) {
            entry.fault("contradiction", "names a node and a check point: make two entries of it");
        }
        Optional<Element> named = point.or(() -> node);
        Exclusion exclusion = new Exclusion(
                named.flatMap(Element::text).orElse(""),
                fields.required("reason").flatMap(Element::text).orElse(""),
                fields.optional("author").flatMap(Element::text).orElse(null),
                fields.optional("at").flatMap(Element::moment).orElse(null));
        fields.done();
        return new Excluded(exclusion, point.isEmpty(), named.orElse(entry));
    }
}
