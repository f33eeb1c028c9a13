package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rule of a check point with the parameters that this rule has. */
final class RuleReader {

    private final References references;

    RuleReader(References references) {
        this.references = references;
    }

    /** @param points what the check point is worth */
    Rule read(Fields point, BigDecimal points) {
        Optional<Word> word = point.required("rule").flatMap(e -> e.word(Word.class, "unknown-rule"));
        if (word.isEmpty()) {
            PARAMETERS.forEach(point::optional);
            return new Rule.Checklist();
        }
        return switch (word.get()) {
            case CHECKLIST -> new Rule.Checklist();
            case BENCHMARK -> benchmark(point);
            case GRADED ->
                new Rule.Graded(point.required("grades")
                        .flatMap(Element::fields)
                        .map(RuleReader::grades)
                        .orElse(Map.of()));
            case RATIO -> ratio(point);
            case TIERS ->
                new Rule.Tiers(point.required("tiers").map(RuleReader::tiers).orElse(List.of()));
            case COUNT ->
                new Rule.Count(point.required("each").flatMap(Parts::positive).orElse(BigDecimal.ONE));
            case GIVEN -> given(point, points);
        };
    }

    private Rule benchmark(Fields point) {
        Direction direction =
                point.optional("direction").flatMap(Parts::direction).orElse(Direction.HIGHER);
        Optional<Element> base = point.optional("base");
        Rule.Base against = base.flatMap(this::base).orElseGet(Rule.Best::new);
        Optional<Element> within = point.optional("within");
        String category = within.flatMap(e -> references.read(e, References.Wanted.CATEGORY))
                .orElse(null);
        if (category != null && !(against instanceof Rule.Best)) {
            within.ifPresent(e ->
                    e.fault("contradiction", "the base is named, so no best is looked for: remove 'within' or 'base'"));
        }
        boolean cap = point.optional("cap").flatMap(Element::bool).orElse(true);
        return new Rule.Benchmark(direction, against, category, cap);
    }

    private Optional<Rule.Base> base(Element element) {
        if (!element.isMapping()) {
            return element.word(Best.class).map(best -> new Rule.Best());
        }
        return element.fields().map(fields -> {
            Optional<Element> target = fields.optional("target");
            Optional<Element> value = target.isPresent() ? fields.optional("value") : fields.required("value");
            if (target.isPresent() && value.isPresent()) {
                element.fault("contradiction", "names a target and a value: keep one of the two");
            }
            fields.done();
            return target.isPresent()
                    ? new Rule.OfTarget(target.flatMap(Element::text).orElse(""))
                    : new Rule.Fixed(value.flatMap(Parts::positive).orElse(BigDecimal.ONE));
        });
    }

    private Rule ratio(Fields point) {
        Optional<Element> of = point.required("of");
        boolean cap = point.optional("cap").flatMap(Element::bool).orElse(true);
        if (of.filter(Element::isMapping).isEmpty()) {
            return new Rule.Ratio(of.flatMap(Parts::positive).orElse(BigDecimal.ONE), null, cap);
        }
        String by = of.flatMap(Element::fields)
                .flatMap(fields -> {
                    Optional<String> id =
                            fields.required("value").flatMap(e -> references.read(e, References.Wanted.NUMBER));
                    fields.done();
                    return id;
                })
                .orElse("");
        return new Rule.Ratio(null, by, cap);
    }

    private static Rule given(Fields point, BigDecimal points) {
        Optional<Element> least = point.optional("least");
        BigDecimal from = least.flatMap(Parts::points).orElse(points.min(BigDecimal.ZERO));
        BigDecimal most = points.max(BigDecimal.ZERO);
        if (from.compareTo(most) > 0) {
            least.ifPresent(e -> e.fault("bounds", "least must not lie above the points: lower it"));
        }
        return new Rule.Given(from, most);
    }

    private static Map<String, BigDecimal> grades(Fields fields) {
        Map<String, BigDecimal> grades = new LinkedHashMap<>();
        fields.all().forEach((id, element) -> {
            boolean reserved = Arrays.stream(Value.Word.values())
                    .anyMatch(word -> word.name().equals(id));
            if (reserved || id.isBlank()) {
                element.fault("bad-id", "'" + id + "' can't name a grade: choose another word");
            }
            grades.put(id, Parts.signedShare(element).orElse(BigDecimal.ZERO));
        });
        if (grades.isEmpty()) {
            fields.place().fault("empty", "holds no grade: add 'id: share' pairs");
        }
        return grades;
    }

    private static List<Rule.Tier> tiers(Element list) {
        Map<BigDecimal, Rule.Tier> tiers = new LinkedHashMap<>();
        List<Element> elements = list.elements();
        if (elements.isEmpty()) {
            list.fault("empty", "holds no tier: add {from: …, share: …}");
        }
        for (Element element : elements) {
            element.fields().ifPresent(fields -> {
                Optional<Element> from = fields.required("from");
                Rule.Tier tier = new Rule.Tier(
                        from.flatMap(Element::number).orElse(BigDecimal.ZERO),
                        fields.required("share").flatMap(Parts::signedShare).orElse(BigDecimal.ZERO));
                fields.done();
                if (tiers.putIfAbsent(tier.from().stripTrailingZeros(), tier) != null) {
                    from.ifPresent(e -> e.fault("duplicate-tier", "a tier starts there already: remove one"));
                }
            });
        }
        return new ArrayList<>(tiers.values());
    }

    private static final List<String> PARAMETERS =
            List.of("direction", "base", "within", "cap", "grades", "of", "tiers", "each", "least");

    private enum Word {
        CHECKLIST,
        BENCHMARK,
        GRADED,
        RATIO,
        TIERS,
        COUNT,
        GIVEN
    }

    private enum Best {
        BEST
    }
}
