package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a measure: each key that is absent is inherited, each that says {@code never} is switched off. */
final class MeasureReader {

    /** What a framework that says nothing means: the number itself. */
    static final Rule.Measure UNSAID = new Rule.Measure(Direction.HIGHER, null, null, null, null, List.of());

    private static final int MOST = 5;
    private static final BigDecimal SKEWNESS = new BigDecimal("2");
    private static final BigDecimal KURTOSIS = new BigDecimal("3.5");

    private final References references;
    private final NormalisationReader normalisations;

    MeasureReader(References references) {
        this.references = references;
        this.normalisations = new NormalisationReader(references);
    }

    /** What {@code measures:} at a place says for all measures from there on. */
    Rule.Measure defaults(Fields place, Rule.Measure inherited) {
        return place.optional("measures")
                .flatMap(Element::fieldsOrNone)
                .map(fields -> read(fields, inherited))
                .orElse(inherited);
    }

    Rule.Measure read(Fields fields, Rule.Measure inherited) {
        Rule.Measure measure = new Rule.Measure(
                fields.optional("direction").flatMap(Parts::direction).orElse(inherited.direction()),
                step(fields, "denominate", inherited.denominate(), this::denomination),
                step(fields, "impute", inherited.impute(), this::imputation),
                step(fields, "winsorise", inherited.winsorise(), this::winsorisation),
                step(fields, "log", inherited.log(), this::logarithm),
                fields.optional("normalise").map(normalisations::read).orElse(inherited.normalise()));
        fields.done();
        boolean posts = measure.normalise().stream()
                .anyMatch(step ->
                        step instanceof Normalisation.Goalposts each && each.scale() == Normalisation.Scale.LOG);
        if (posts && measure.log() != null) {
            fields.place()
                    .fault(
                            "contradiction",
                            "takes the logarithm twice: remove 'log', or write 'scale: linear' in the goalposts");
        }
        return measure;
    }

    private static <T> @Nullable T step(
            Fields fields, String key, @Nullable T inherited, Function<Element, Optional<T>> read) {
        Optional<Element> element = fields.optional(key);
        if (element.isEmpty()) {
            return inherited;
        }
        return element.get().is("never") ? null : read.apply(element.get()).orElse(null);
    }

    private Optional<Denomination> denomination(Element element) {
        return element.fields().map(fields -> {
            Denomination denomination = new Denomination(
                    fields.required("by")
                            .flatMap(e -> references.read(e, References.Wanted.NUMBER))
                            .orElse(""),
                    fields.optional("times").flatMap(Parts::positive).orElse(BigDecimal.ONE));
            fields.done();
            return denomination;
        });
    }

    private Optional<Imputation> imputation(Element element) {
        if (!element.isMapping()) {
            return imputation(element, null);
        }
        return element.fields().flatMap(fields -> {
            String within = fields.optional("within")
                    .flatMap(e -> references.read(e, References.Wanted.CATEGORY))
                    .orElse(null);
            Optional<Imputation> imputation = fields.required("with").flatMap(e -> imputation(e, within));
            fields.done();
            return imputation;
        });
    }

    private static Optional<Imputation> imputation(Element with, @Nullable String within) {
        if (with.isNumber()) {
            if (within != null) {
                with.fault("contradiction", "a stated number needs no 'within': remove it");
            }
            return with.number().map(value -> new Imputation(Imputation.With.FIXED, value, null));
        }
        return with.word(Average.class, "unknown-word", "a number", "never")
                .map(word -> new Imputation(Imputation.With.valueOf(word.name()), null, within));
    }

    private Optional<Winsorisation> winsorisation(Element element) {
        if (!element.isMapping() && !element.isBlank()) {
            element.fault("unknown-word", "must say how: write {most: 5, skewness: 2, kurtosis: 3.5}, or never");
            return Optional.empty();
        }
        return element.fieldsOrNone().map(fields -> {
            Optional<Element> percentiles = fields.optional("percentiles");
            Winsorisation winsorisation = percentiles.isPresent() ? percentiles(percentiles.get()) : moments(fields);
            fields.done();
            return winsorisation;
        });
    }

    private static Winsorisation moments(Fields fields) {
        Optional<Element> most = fields.optional("most");
        boolean endless = most.filter(element -> element.is("unlimited")).isPresent();
        return new Winsorisation.ByMoments(
                endless ? null : most.flatMap(e -> e.whole(0, 1_000_000)).orElse(MOST),
                fields.optional("skewness").flatMap(Parts::notNegative).orElse(SKEWNESS),
                fields.optional("kurtosis").flatMap(Element::number).orElse(KURTOSIS));
    }

    private static Winsorisation percentiles(Element element) {
        return element.fields()
                .map(fields -> {
                    BigDecimal low =
                            fields.optional("low").flatMap(Parts::percent).orElse(null);
                    BigDecimal high =
                            fields.optional("high").flatMap(Parts::percent).orElse(null);
                    if (low == null && high == null) {
                        element.fault("missing-key", "neither 'low' nor 'high' is there: add one of them");
                    }
                    if (low != null && high != null && low.compareTo(high) >= 0) {
                        element.fault("bounds", "low must lie below high: correct one of the two");
                    }
                    fields.done();
                    return new Winsorisation.ByPercentiles(low, high);
                })
                .orElseGet(() -> new Winsorisation.ByPercentiles(null, null));
    }

    private Optional<Logarithm> logarithm(Element element) {
        if (!element.isMapping()) {
            return element.word(Logarithm.Kind.class, "unknown-method", "never")
                    .map(kind -> new Logarithm(kind, Logarithm.When.ALWAYS, Logarithm.On.WINSORISED, BigDecimal.ZERO));
        }
        return element.fields().flatMap(fields -> {
            Optional<Logarithm.Kind> kind =
                    fields.required("method").flatMap(e -> e.word(Logarithm.Kind.class, "unknown-method"));
            Logarithm.When when = fields.optional("when")
                    .flatMap(e -> e.word(Logarithm.When.class))
                    .orElse(Logarithm.When.ALWAYS);
            Optional<Element> on = fields.optional("on");
            Logarithm.On taken = on.flatMap(e -> e.word(Logarithm.On.class))
                    .orElse(when == Logarithm.When.ALWAYS ? Logarithm.On.WINSORISED : Logarithm.On.ORIGINAL);
            Optional<Element> plus = fields.optional("plus");
            BigDecimal added = plus.flatMap(Element::number).orElse(BigDecimal.ZERO);
            kind.filter(each -> each != Logarithm.Kind.NATURAL && each != Logarithm.Kind.DECIMAL)
                    .ifPresent(each -> plus.ifPresent(e -> e.fault(
                            "contradiction", "only a natural or decimal logarithm adds a number: remove 'plus'")));
            fields.done();
            return kind.map(each -> new Logarithm(each, when, taken, added));
        });
    }

    private enum Average {
        MEAN,
        MEDIAN
    }
}
