package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads vetoes, and finds at the end those that name no node above their check point. */
final class Vetoes {

    private record Named(Element place, String nodeId, String leafId) {}

    private final List<Named> named = new ArrayList<>();

    Optional<Veto> read(Element element, String pointId, String leafId, Rule rule) {
        return element.fields().flatMap(fields -> {
            Optional<Element> node = fields.required("node");
            Optional<String> nodeId = node.flatMap(Element::text);
            nodeId.ifPresent(id -> named.add(new Named(node.orElse(element), id, leafId)));
            Optional<Element> when = fields.required("when");
            Optional<Veto.Condition> condition = when.flatMap(Vetoes::condition);
            condition
                    .flatMap(each -> misfit(each, rule))
                    .ifPresent(reason -> when.ifPresent(e -> e.fault("misfit", pointId + " " + reason)));
            BigDecimal cap = fields.optional("cap").flatMap(Element::number).orElse(BigDecimal.ZERO);
            fields.done();
            return nodeId.isPresent() && condition.isPresent()
                    ? Optional.of(new Veto(nodeId.get(), condition.get(), cap))
                    : Optional.empty();
        });
    }

    private static Optional<Veto.Condition> condition(Element element) {
        if (element.isList()) {
            Set<String> grades = new LinkedHashSet<>();
            element.elements().forEach(grade -> grade.text().ifPresent(grades::add));
            return Optional.of(new Veto.Graded(grades));
        }
        if (!element.isMapping()) {
            return element.word(Word.class).map(word -> word == Word.MET ? new Veto.Met() : new Veto.NotMet());
        }
        return element.fields().flatMap(Vetoes::bound);
    }

    private static Optional<Veto.Condition> bound(Fields fields) {
        Optional<Element> below = fields.optional("below");
        Optional<Element> above = fields.optional("above");
        if (below.isPresent() == above.isPresent()) {
            fields.place().fault("contradiction", "needs one bound: write {below: …} or {above: …}");
        }
        fields.done();
        return below.isPresent()
                ? below.flatMap(Element::number).map(Veto.Below::new)
                : above.flatMap(Element::number).map(Veto.Above::new);
    }

    private static Optional<String> misfit(Veto.Condition condition, Rule rule) {
        return switch (condition) {
            case Veto.Met met -> word(rule);
            case Veto.NotMet notMet -> word(rule);
            case Veto.Below below -> number(rule);
            case Veto.Above above -> number(rule);
            case Veto.Graded graded ->
                rule instanceof Rule.Graded grades && grades.grades().keySet().containsAll(graded.grades())
                        ? Optional.empty()
                        : Optional.of("has no such grades: name grades of its rule");
        };
    }

    private static Optional<String> word(Rule rule) {
        boolean takes = rule instanceof Rule.Checklist || rule instanceof Rule.Graded;
        return takes ? Optional.empty() : Optional.of("is never met or not met: write {below: …} or {above: …}");
    }

    private static Optional<String> number(Rule rule) {
        return Fit.isNumeric(rule)
                ? Optional.empty()
                : Optional.of("is answered by no number: write met, not-met, or a list of its grades");
    }

    void check(Node root) {
        Map<String, @Nullable String> parents = new HashMap<>();
        root.preOrder().forEach(node -> parents.putIfAbsent(node.id(), node.parentId()));
        for (Named each : named) {
            String at = each.leafId;
            for (int steps = 0; at != null && !at.equals(each.nodeId) && steps < parents.size(); steps++) {
                at = parents.get(at);
            }
            if (!each.nodeId.equals(at)) {
                each.place.fault(
                        "no-ancestor",
                        "'%s' is not above this check point: name its leaf, a node above that, or %s"
                                .formatted(each.nodeId, root.id()));
            }
        }
    }

    private enum Word {
        MET,
        NOT_MET
    }
}
