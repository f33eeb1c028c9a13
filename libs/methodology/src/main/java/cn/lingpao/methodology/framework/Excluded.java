package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An entry of the list of excluded nodes, with the place where it names the node. */
record Excluded(Exclusion exclusion, Element place) {

    static List<Excluded> list(Fields top) {
        List<Excluded> excluded = new ArrayList<>();
        for (Element element : top.list("excluded")) {
            element.fields().map(fields -> read(fields, element)).ifPresent(excluded::add);
        }
        return excluded;
    }

    private static Excluded read(Fields fields, Element entry) {
        Optional<Element> node = fields.required("node");
        Exclusion exclusion = new Exclusion(
                node.flatMap(Element::text).orElse(""),
                fields.required("reason").flatMap(Element::text).orElse(""),
                fields.optional("author").flatMap(Element::text).orElse(null),
                fields.optional("at").flatMap(Element::date).orElse(null));
        fields.done();
        return new Excluded(exclusion, node.orElse(entry));
    }
}
