package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the tree of nodes with what each inherits. */
final class TreeReader {

    private final Ids nodeIds;
    private final PointReader points = new PointReader();
    private final Map<String, Exclusion> exclusions = new HashMap<>();
    private Aggregation aggregation = Aggregation.MEAN;

    TreeReader(Ids nodeIds, List<Excluded> excluded) {
        this.nodeIds = nodeIds;
        excluded.forEach(each -> exclusions.putIfAbsent(each.exclusion().nodeId(), each.exclusion()));
    }

    Node root(String id, Text name, Fields fields) {
        Defaults defaults = Defaults.UNSAID.overriddenBy(fields);
        aggregation = aggregation(fields);
        Rounding round = fields.optional("round").flatMap(Parts::rounding).orElse(null);
        List<Node> children = fields.required("nodes")
                .map(element -> children(element, id, 1, defaults))
                .orElse(List.of());
        return new Node(
                id,
                null,
                0,
                name,
                BigDecimal.ONE,
                Origin.SOURCE,
                null,
                List.of(),
                aggregation,
                defaults.missing(),
                defaults.undetermined(),
                defaults.review(),
                round,
                null,
                children,
                List.of());
    }

    private List<Node> children(Element list, String parentId, int depth, Defaults defaults) {
        List<Node> children = new ArrayList<>();
        Weighing weighing = new Weighing();
        for (Element element : list.elements()) {
            element.fields().ifPresent(fields -> {
                weighing.see(fields);
                children.add(node(fields, parentId, depth, defaults));
            });
        }
        weighing.check();
        if (children.isEmpty()) {
            list.fault("empty", "holds no node: add one");
        }
        return children;
    }

    private Node node(Fields fields, String parentId, int depth, Defaults inherited) {
        String id = fields.required("id").flatMap(nodeIds::read).orElse("");
        Text name = fields.required("name").flatMap(Parts::name).orElse(Parts.NO_TEXT);
        BigDecimal weight = fields.optional("weight").flatMap(Parts::weight).orElse(BigDecimal.ONE);
        Origin origin =
                fields.optional("origin").flatMap(e -> e.word(Origin.class)).orElse(Origin.SOURCE);
        @Nullable
        Text description = fields.optional("description").flatMap(Parts::prose).orElse(null);
        List<Text> basis = fields.list("basis").stream()
                .flatMap(element -> Parts.prose(element).stream())
                .toList();
        Defaults defaults = inherited.overriddenBy(fields);
        Aggregation made = aggregation(fields);
        @Nullable
        Rounding round = fields.optional("round").flatMap(Parts::rounding).orElse(null);
        Optional<Element> nodes = fields.optional("nodes");
        Optional<Element> checkPoints = fields.optional("checkPoints");
        checkOneOf(nodes, checkPoints, fields);
        List<Node> children =
                nodes.map(element -> children(element, id, depth + 1, defaults)).orElse(List.of());
        List<CheckPoint> held =
                checkPoints.map(element -> points.read(element, id, defaults)).orElse(List.of());
        fields.done();
        return new Node(
                id,
                parentId,
                depth,
                name,
                weight,
                origin,
                description,
                basis,
                made,
                defaults.missing(),
                defaults.undetermined(),
                defaults.review(),
                round,
                exclusions.get(id),
                children,
                held);
    }

    private static void checkOneOf(Optional<Element> nodes, Optional<Element> checkPoints, Fields fields) {
        if (nodes.isPresent() && checkPoints.isPresent()) {
            fields.place()
                    .fault("leaf-and-inner", "has nodes and checkPoints: move the check points into a node below");
        }
        if (nodes.isEmpty() && checkPoints.isEmpty()) {
            fields.place()
                    .fault("no-check-point", "is a leaf without a check point: add checkPoints, or nodes below it");
        }
    }

    private Aggregation aggregation(Fields fields) {
        return fields.optional("aggregation")
                .flatMap(e -> e.word(Aggregation.class))
                .orElse(aggregation);
    }
}
