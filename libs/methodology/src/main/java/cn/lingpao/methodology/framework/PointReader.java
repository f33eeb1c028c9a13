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

/** Reads the check points of a leaf, and the one number of a measured leaf. */
final class PointReader {

    private record Place(CheckPoint point, Element points, Element whole) {}

    private final Ids ids;
    private final References references;
    private final RuleReader rules;
    private final MeasureReader measures;
    private final Vetoes vetoes = new Vetoes();
    private final Map<String, Exclusion> exclusions;
    private final List<Place> places = new ArrayList<>();

    PointReader(Ids ids, References references, Map<String, Exclusion> exclusions) {
        this.ids = ids;
        this.references = references;
        this.rules = new RuleReader(references);
        this.measures = new MeasureReader(references);
        this.exclusions = exclusions;
    }

    MeasureReader measures() {
        return measures;
    }

    List<CheckPoint> read(Element list, String nodeId, Policies inherited) {
        List<CheckPoint> points = new ArrayList<>();
        List<Element> elements = list.elements();
        if (elements.isEmpty()) {
            list.fault("no-check-point", "is a leaf without a check point: add one");
        }
        for (Element element : elements) {
            element.fields().ifPresent(fields -> points.add(point(fields, nodeId, inherited)));
        }
        return points;
    }

    /** The check point of a measured leaf: it has the leaf's id and name, and is worth what it measures. */
    CheckPoint measure(Element element, Fields leaf, String id, Text name, Policies policies, Rule.Measure inherited) {
        leaf.optional("id").ifPresent(ids::read);
        if (!element.isMapping() && !element.isBlank()) {
            element.fault(
                    "not-a-mapping",
                    "must hold the steps: write {normalise: …} for example, or {} for the number itself");
        }
        Rule.Measure measure = Optional.of(element)
                .filter(steps -> steps.isMapping() || steps.isBlank())
                .flatMap(Element::fieldsOrNone)
                .map(fields -> measures.read(fields, inherited))
                .orElse(inherited);
        if (measure.denominate() != null && measure.denominate().by().equals(id)) {
            element.fault("cycle", "is divided by itself: name another denominator, or write 'denominate: never'");
        }
        return new CheckPoint(
                id,
                id,
                name,
                null,
                Origin.SOURCE,
                measure,
                BigDecimal.ONE,
                policies.missing(),
                policies.undetermined(),
                policies.review(),
                null,
                null,
                false,
                exclusions.get(id));
    }

    private CheckPoint point(Fields fields, String nodeId, Policies inherited) {
        String id = fields.required("id").flatMap(ids::read).orElse("");
        Text text = fields.required("text").flatMap(Parts::prose).orElse(Parts.NO_TEXT);
        @Nullable
        Text evaluation = fields.optional("evaluation").flatMap(Parts::prose).orElse(null);
        Origin origin =
                fields.optional("origin").flatMap(e -> e.word(Origin.class)).orElse(Origin.SOURCE);
        Optional<Element> worth = fields.required("points");
        BigDecimal points = worth.flatMap(Parts::points).orElse(BigDecimal.ONE);
        Policies own = inherited.overriddenBy(fields);
        Rule rule = rules.read(fields, points);
        @Nullable
        String times = fields.optional("times")
                .flatMap(e -> references.read(e, References.Wanted.FACTOR))
                .orElse(null);
        @Nullable
        Veto veto = fields.optional("veto")
                .flatMap(e -> vetoes.read(e, id, nodeId, rule))
                .orElse(null);
        boolean bonus = fields.optional("bonus").flatMap(Element::bool).orElse(false);
        if (bonus && points.signum() < 0) {
            fields.place().fault("contradiction", "a bonus takes nothing away: make the points positive, or no bonus");
        }
        fields.done();
        CheckPoint point = new CheckPoint(
                id,
                nodeId,
                text,
                evaluation,
                origin,
                rule,
                points,
                own.missing(),
                own.undetermined(),
                own.review(),
                times,
                veto,
                bonus,
                exclusions.get(id));
        places.add(new Place(point, worth.orElse(fields.place()), fields.place()));
        return point;
    }

    /** What only shows when every check point is known. */
    void check(Node root) {
        vetoes.check(root);
        Map<String, String> times = new HashMap<>();
        places.stream()
                .map(Place::point)
                .filter(point -> point.times() != null)
                .forEach(point -> times.put(point.id(), point.times()));
        for (Place place : places) {
            CheckPoint point = place.point;
            boolean used = point.veto() != null || times.containsValue(point.id());
            if (point.points().signum() == 0 && !used) {
                place.points.fault(
                        "out-of-range",
                        "is worth 0 and neither vetoes nor multiplies: give it points, or where others only read it, name it"
                                + " under 'variables' instead");
            }
            if (inCircle(point.id(), times)) {
                place.whole.fault("cycle", "multiplies itself by way of 'times': break the circle");
            }
            if (point.rule() instanceof Rule.Ratio ratio && point.id().equals(ratio.by())) {
                place.whole.fault("cycle", "is divided by itself: name another denominator");
            }
        }
    }

    private static boolean inCircle(String id, Map<String, String> times) {
        String at = times.get(id);
        for (int steps = 0; at != null && steps <= times.size(); steps++) {
            if (at.equals(id)) {
                return true;
            }
            at = times.get(at);
        }
        return false;
    }
}
