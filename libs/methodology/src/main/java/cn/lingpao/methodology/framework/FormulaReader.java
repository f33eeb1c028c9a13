package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the normalisations that are formulas of the number alone. */
final class FormulaReader {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private FormulaReader() {}

    static Normalisation power(Fields fields) {
        Optional<Element> element = fields.required("exponent");
        BigDecimal exponent =
                element.flatMap(e -> e.number(MOST.negate(), MOST)).orElse(BigDecimal.ONE);
        if (exponent.signum() == 0) {
            element.ifPresent(e -> e.fault("out-of-range", "an exponent of 0 makes every score 1: state another"));
        }
        return new Normalisation.Power(exponent);
    }

    static Normalisation tiers(Fields fields) {
        return new Normalisation.Tiers(
                fields.required("tiers").map(FormulaReader::list).orElse(List.of()),
                fields.optional("between")
                        .flatMap(e -> e.word(Normalisation.Between.class))
                        .orElse(Normalisation.Between.STEPS));
    }

    private static List<Normalisation.Tier> list(Element list) {
        Map<BigDecimal, Normalisation.Tier> tiers = new TreeMap<>();
        List<Element> elements = list.elements();
        if (elements.isEmpty()) {
            list.fault("empty", "holds no tier: add {from: …, score: …}");
        }
        for (Element element : elements) {
            element.fields().ifPresent(fields -> {
                Optional<Element> place = fields.required("from");
                Optional<BigDecimal> from = place.flatMap(Element::number);
                BigDecimal score =
                        fields.required("score").flatMap(Element::number).orElse(BigDecimal.ZERO);
                fields.done();
                boolean twice = from.isPresent()
                        && tiers.putIfAbsent(from.get(), new Normalisation.Tier(from.get(), score)) != null;
                if (twice) {
                    place.get().fault("duplicate-tier", "a tier starts there already: remove one");
                }
            });
        }
        return new ArrayList<>(tiers.values());
    }
}
