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

    private RuleReader() {}

    static Rule read(Fields point) {
        Optional<Word> word = point.required("rule").flatMap(e -> e.word(Word.class, "unknown-rule"));
        if (word.isEmpty()) {
            PARAMETERS.forEach(point::optional);
            return new Rule.Checklist();
        }
        return switch (word.get()) {
            case CHECKLIST -> new Rule.Checklist();
            case BENCHMARK ->
                new Rule.Benchmark(point.optional("direction")
                        .flatMap(e -> e.word(Rule.Direction.class))
                        .orElse(Rule.Direction.HIGHER));
            case GRADED ->
                new Rule.Graded(point.required("grades")
                        .flatMap(Element::fields)
                        .map(RuleReader::grades)
                        .orElse(Map.of()));
            case RATIO ->
                new Rule.Ratio(point.required("of").flatMap(Parts::positive).orElse(BigDecimal.ONE));
            case TIERS ->
                new Rule.Tiers(point.required("tiers").map(RuleReader::tiers).orElse(List.of()));
        };
    }

    private static Map<String, BigDecimal> grades(Fields fields) {
        Map<String, BigDecimal> grades = new LinkedHashMap<>();
        fields.all().forEach((id, element) -> {
            boolean reserved = Arrays.stream(Value.Word.values())
                    .anyMatch(word -> word.name().equals(id));
            if (reserved || id.isBlank()) {
                element.fault("bad-id", "'" + id + "' can't name a grade: choose another word");
            }
            grades.put(id, Parts.share(element).orElse(BigDecimal.ZERO));
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
                        fields.required("share").flatMap(Parts::share).orElse(BigDecimal.ZERO));
                fields.done();
                if (tiers.putIfAbsent(tier.from().stripTrailingZeros(), tier) != null) {
                    from.ifPresent(e -> e.fault("duplicate-tier", "a tier starts there already: remove one"));
                }
            });
        }
        return new ArrayList<>(tiers.values());
    }

    private static final List<String> PARAMETERS = List.of("direction", "grades", "of", "tiers");

    private enum Word {
        CHECKLIST,
        BENCHMARK,
        GRADED,
        RATIO,
        TIERS
    }
}
