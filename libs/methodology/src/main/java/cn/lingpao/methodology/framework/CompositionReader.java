package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how a node's score is put together and what happens to it afterwards. */
final class CompositionReader {

    private record Made(Aggregation aggregation, @Nullable BigDecimal exponent) {}

    private final NormalisationReader normalisations;
    private Made usual = new Made(Aggregation.MEAN, null);

    CompositionReader(NormalisationReader normalisations) {
        this.normalisations = normalisations;
    }

    /** The aggregation at the top is that of every node that states none. */
    Composition root(Fields fields) {
        usual = aggregation(fields);
        return read(fields, usual);
    }

    Composition read(Fields fields) {
        return read(fields, aggregation(fields));
    }

    private Composition read(Fields fields, Made made) {
        return new Composition(
                made.aggregation,
                made.exponent,
                normalisations.optional(fields, "before"),
                fields.optional("atLeast").flatMap(this::atLeast).orElse(null));
    }

    Finish finish(Fields fields) {
        return new Finish(
                normalisations.optional(fields, "normalise"),
                fields.optional("clamp").flatMap(this::clamp).orElse(null),
                fields.optional("round").flatMap(Parts::rounding).orElse(null));
    }

    /** How targets are ranked by this node, as far as it differs from the usual. */
    RankBy rank(Fields place, RankBy inherited) {
        return place.optional("rank")
                .flatMap(Element::fields)
                .map(fields -> {
                    RankBy rank = new RankBy(
                            fields.optional("method")
                                    .flatMap(e -> e.word(RankingRule.Method.class))
                                    .orElse(inherited.method()),
                            fields.optional("basis")
                                    .map(e -> Parts.basis(e).orElse(null))
                                    .orElse(inherited.basis()),
                            fields.optional("direction")
                                    .flatMap(Parts::direction)
                                    .orElse(inherited.direction()));
                    fields.done();
                    return rank;
                })
                .orElse(inherited);
    }

    private Made aggregation(Fields fields) {
        Optional<Element> element = fields.optional("aggregation");
        if (element.isEmpty()) {
            return usual;
        }
        if (element.get().isMapping()) {
            return element.flatMap(Element::fields)
                    .map(CompositionReader::generalised)
                    .orElse(usual);
        }
        Optional<Aggregation> word = element.get().word(Aggregation.class);
        if (word.filter(each -> each == Aggregation.GENERALISED).isPresent()) {
            element.get().fault("missing-key", "needs its exponent: write {generalised: 0.5}");
        }
        return word.map(each -> new Made(each, each == Aggregation.GENERALISED ? BigDecimal.ONE : null))
                .orElse(usual);
    }

    private static Made generalised(Fields fields) {
        Optional<Element> element = fields.required("generalised");
        BigDecimal exponent = element.flatMap(e -> e.number(BigDecimal.valueOf(-100), BigDecimal.valueOf(100)))
                .orElse(BigDecimal.ONE);
        if (exponent.signum() == 0) {
            element.ifPresent(e -> e.fault("out-of-range", "an exponent of 0 is the geometric mean: write geometric"));
        }
        fields.done();
        return new Made(Aggregation.GENERALISED, exponent);
    }

    private Optional<AtLeast> atLeast(Element element) {
        if (!element.isMapping()) {
            return Parts.portion(element).map(share -> new AtLeast(share, null, AtLeast.Of.CHILDREN));
        }
        return element.fields().map(fields -> {
            Optional<Element> share = fields.optional("share");
            Optional<Element> count = fields.optional("count");
            if (share.isPresent() == count.isPresent()) {
                element.fault("contradiction", "needs one figure: write {share: 0.66} or {count: 3}");
            }
            AtLeast atLeast = new AtLeast(
                    share.flatMap(Parts::portion).orElse(null),
                    count.flatMap(e -> e.whole(1, 1_000_000)).orElse(null),
                    fields.optional("of").flatMap(e -> e.word(AtLeast.Of.class)).orElse(AtLeast.Of.CHILDREN));
            fields.done();
            return atLeast;
        });
    }

    private Optional<Clamp> clamp(Element element) {
        return element.fields().map(fields -> {
            @Nullable
            BigDecimal min = fields.optional("min").flatMap(Element::number).orElse(null);
            @Nullable
            BigDecimal max = fields.optional("max").flatMap(Element::number).orElse(null);
            if (min == null && max == null) {
                element.fault("missing-key", "neither 'min' nor 'max' is there: add one of them");
            }
            if (min != null && max != null && min.compareTo(max) > 0) {
                element.fault("bounds", "min must not lie above max: correct one of the two");
            }
            fields.done();
            return new Clamp(min, max);
        });
    }
}
