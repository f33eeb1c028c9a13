package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the tree of nodes with what each inherits. */
final class TreeReader {

    /** What is handed down: policies, the steps of measures, and how places are ranked. */
    private record Inherited(Policies policies, Rule.Measure measure, RankBy rank) {}

    private final Ids nodeIds;
    private final PointReader points;
    private final MeasureReader measures;
    private final CompositionReader compositions;
    private final Map<String, Exclusion> exclusions;

    TreeReader(Ids nodeIds, PointReader points, CompositionReader compositions, Map<String, Exclusion> exclusions) {
        this.nodeIds = nodeIds;
        this.points = points;
        this.measures = points.measures();
        this.compositions = compositions;
        this.exclusions = exclusions;
    }

    Node root(String id, Text name, Fields fields, Policies policies, RankingRule ranking) {
        Rule.Measure measure = measures.defaults(fields, MeasureReader.UNSAID);
        RankBy rank = new RankBy(ranking.method(), null, ranking.direction());
        Inherited inherited = new Inherited(policies, measure, rank);
        Composition composition = compositions.root(fields);
        Finish finish = compositions.finish(fields);
        List<Node> children = fields.required("nodes")
                .map(element -> children(element, id, 1, inherited))
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
                composition,
                policies,
                finish,
                null,
                new RankBy(ranking.method(), ranking.basis(), ranking.direction()),
                null,
                children,
                List.of());
    }

    private List<Node> children(Element list, String parentId, int depth, Inherited inherited) {
        List<Node> children = new ArrayList<>();
        Weighing weighing = new Weighing();
        for (Element element : list.elements()) {
            element.fields().ifPresent(fields -> {
                weighing.see(fields);
                children.add(node(fields, parentId, depth, inherited));
            });
        }
        weighing.check();
        if (children.isEmpty()) {
            list.fault("empty", "holds no node: add one");
        }
        return children;
    }

    private Node node(Fields fields, String parentId, int depth, Inherited inherited) {
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
        Policies policies = inherited.policies.overriddenBy(fields);
        Rule.Measure defaults = measures.defaults(fields, inherited.measure);
        Inherited handed = new Inherited(policies, defaults, inherited.rank);
        Optional<Element> nodes = fields.optional("nodes");
        Optional<Element> checkPoints = fields.optional("checkPoints");
        Optional<Element> measure = fields.optional("measure");
        checkOneOf(nodes, checkPoints, measure, fields);
        Composition composition = compositions.read(fields);
        Finish finish = compositions.finish(fields);
        @Nullable
        BigDecimal bonusCap =
                fields.optional("bonusCap").flatMap(Parts::positive).orElse(null);
        List<Node> children =
                nodes.map(element -> children(element, id, depth + 1, handed)).orElse(List.of());
        List<CheckPoint> held = measure.isPresent() && nodes.isEmpty() && checkPoints.isEmpty()
                ? List.of(points.measure(measure.get(), fields, id, name, policies, defaults))
                : checkPoints.map(element -> points.read(element, id, policies)).orElse(List.of());
        RankBy rank = compositions.rank(fields, inherited.rank);
        LeafChecks.check(fields, nodes.isPresent(), measure.isPresent(), held);
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
                composition,
                policies,
                finish,
                bonusCap,
                rank,
                exclusions.get(id),
                children,
                held);
    }

    private static void checkOneOf(
            Optional<Element> nodes, Optional<Element> checkPoints, Optional<Element> measure, Fields fields) {
        long kinds = Stream.of(nodes, checkPoints, measure)
                .filter(Optional::isPresent)
                .count();
        if (nodes.isPresent() && kinds > 1) {
            fields.place()
                    .fault(
                            "leaf-and-inner",
                            "has nodes and %s: move the %s into a node below"
                                    .formatted(
                                            checkPoints.isPresent() ? "checkPoints" : "a measure",
                                            checkPoints.isPresent() ? "check points" : "measure"));
        } else if (kinds > 1) {
            fields.place()
                    .fault("contradiction", "has checkPoints and a measure: make two leaves of it, or remove one");
        }
        if (kinds == 0) {
            fields.place()
                    .fault(
                            "no-check-point",
                            "is a leaf without a check point: add checkPoints, a measure, or nodes below it");
        }
    }
}
