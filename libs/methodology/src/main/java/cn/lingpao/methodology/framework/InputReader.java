package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what goes in beside the tree, and who is left out before it. */
final class InputReader {

    private final Ids ids;
    private final References references;

    InputReader(Ids ids, References references) {
        this.ids = ids;
        this.references = references;
    }

    Framework.Inputs read(Fields top, String rootId, ReviewMode review) {
        return new Framework.Inputs(
                variables(top, review),
                top.optional("screen").map(e -> screens(e, rootId)).orElse(List.of()),
                top.optional("order").map(InputReader::order).orElse(Step.USUAL),
                top.optional("carryForward")
                        .flatMap(Element::fields)
                        .flatMap(InputReader::campaign)
                        .orElse(null));
    }

    private List<Variable> variables(Fields top, ReviewMode review) {
        List<Variable> variables = new ArrayList<>();
        for (Element element : top.list("variables")) {
            element.fields().ifPresent(fields -> {
                String id = fields.required("id").flatMap(ids::read).orElse("");
                variables.add(new Variable(
                        id,
                        fields.optional("name").flatMap(Parts::name).orElseGet(() -> new Text(id, id)),
                        fields.optional("type")
                                .flatMap(e -> e.word(Variable.Type.class))
                                .orElse(Variable.Type.NUMBER),
                        fields.optional("review")
                                .flatMap(e -> e.word(ReviewMode.class))
                                .orElse(review)));
                fields.done();
            });
        }
        return variables;
    }

    private List<Screen> screens(Element element, String rootId) {
        List<Screen> screens = new ArrayList<>();
        for (Element each : element.isList() ? element.elements() : List.of(element)) {
            each.fields().ifPresent(fields -> screens.add(screen(fields, rootId)));
        }
        return screens;
    }

    private Screen screen(Fields fields, String rootId) {
        @Nullable
        BigDecimal atLeast = fields.optional("atLeast").flatMap(Parts::portion).orElse(null);
        @Nullable
        BigDecimal nonZero =
                fields.optional("nonZeroAtLeast").flatMap(Parts::portion).orElse(null);
        if (fields.optional("atLeast").isEmpty()
                && fields.optional("nonZeroAtLeast").isEmpty()) {
            fields.place().fault("missing-key", "asks for nothing: add 'atLeast' or 'nonZeroAtLeast'");
        }
        String node = fields.optional("node")
                .flatMap(e -> references.read(e, References.Wanted.NODE))
                .orElse(rootId);
        fields.done();
        return new Screen(node, atLeast, nonZero);
    }

    private static List<Step> order(Element element) {
        List<Step> order = new ArrayList<>();
        for (Element each : element.elements()) {
            each.word(Step.class).ifPresent(step -> {
                if (order.contains(step)) {
                    each.fault("duplicate-id", "stands in this order already: name each step once");
                }
                order.add(step);
            });
        }
        List<Step> forgotten = Arrays.stream(Step.values())
                .filter(step -> !order.contains(step))
                .toList();
        if (!forgotten.isEmpty()) {
            element.fault(
                    "missing-step",
                    "does not say when to "
                            + forgotten.stream()
                                    .map(step -> step.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", "))
                            + ": name every step, taken or not");
            return Step.USUAL;
        }
        return order;
    }

    private static Optional<String> campaign(Fields fields) {
        Optional<String> campaign = fields.required("campaign").flatMap(Element::id);
        fields.done();
        return campaign;
    }
}
