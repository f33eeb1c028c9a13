package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ids by which one part of a document speaks of another; whether they exist shows only at its end. */
final class References {

    private record Reference(Element place, String id, Wanted wanted) {}

    private final List<Reference> references = new ArrayList<>();

    /** What a reference may lead to. */
    enum Wanted {
        CATEGORY("a variable of type category"),
        NUMBER("a variable of type number, a measure, or a check point whose answer is a number"),
        FACTOR("a check point, a measure, or a variable of type number"),
        NODE("a node"),
        SCORED("a node or figure");

        private final String words;

        Wanted(String words) {
            this.words = words;
        }
    }

    /** The id at this place; whether there is such a thing is found by {@link #resolve}. */
    Optional<String> read(Element element, Wanted wanted) {
        Optional<String> id = element.text();
        id.ifPresent(text -> references.add(new Reference(element, text, wanted)));
        return id;
    }

    void resolve(Node root, List<Variable> variables, List<Figure> figures) {
        Map<String, Node> nodes = new HashMap<>();
        Map<String, Rule> rules = new HashMap<>();
        root.preOrder().forEach(node -> {
            nodes.put(node.id(), node);
            node.checkPoints().forEach(point -> rules.put(point.id(), point.rule()));
        });
        Map<String, Variable.Type> types = new HashMap<>();
        variables.forEach(variable -> types.put(variable.id(), variable.type()));
        for (Reference each : references) {
            String id = each.id;
            boolean number = types.get(id) == Variable.Type.NUMBER;
            boolean found =
                    switch (each.wanted) {
                        case CATEGORY -> types.get(id) == Variable.Type.CATEGORY;
                        case NUMBER -> number || rules.containsKey(id) && Fit.isNumeric(rules.get(id));
                        case FACTOR -> number || rules.containsKey(id);
                        case NODE -> nodes.containsKey(id);
                        case SCORED ->
                            nodes.containsKey(id)
                                    || figures.stream()
                                            .anyMatch(figure -> figure.id().equals(id));
                    };
            if (!found) {
                boolean known = types.containsKey(id) || rules.containsKey(id) || nodes.containsKey(id);
                each.place.fault(
                        known ? "wrong-kind" : "unknown-id",
                        "'%s' is %s: name %s"
                                .formatted(
                                        id,
                                        known ? "of another kind" : "nowhere in this framework",
                                        each.wanted.words));
            }
        }
    }
}
