package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.framework.Normalisation.Among;
import cn.lingpao.methodology.framework.Normalisation.Bound;
import cn.lingpao.methodology.framework.Normalisation.Deviation;
import cn.lingpao.methodology.framework.Normalisation.First;
import cn.lingpao.methodology.framework.Normalisation.Scale;
import cn.lingpao.methodology.framework.Normalisation.Ties;
import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a normalisation, or a list of them that are applied one after the other. */
final class NormalisationReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final References references;

    NormalisationReader(References references) {
        this.references = references;
    }

    /** The steps under a key; none when the key is absent or says {@code never}. */
    List<Normalisation> optional(Fields fields, String key) {
        return fields.optional(key).map(this::read).orElse(List.of());
    }

    List<Normalisation> read(Element element) {
        if (element.is("never")) {
            return List.of();
        }
        List<Normalisation> steps = new ArrayList<>();
        for (Element each : element.isList() ? element.elements() : List.of(element)) {
            step(each).ifPresent(steps::add);
        }
        return steps;
    }

    private Optional<Normalisation> step(Element element) {
        if (!element.isMapping()) {
            return element.word(Method.class, "unknown-method", "never").flatMap(method -> {
                if (method.parameters != null) {
                    element.fault("missing-key", method.parameters);
                }
                return method.parameters == null ? Optional.of(plain(method)) : Optional.empty();
            });
        }
        return element.fields().flatMap(fields -> {
            Optional<Method> method = fields.required("method").flatMap(e -> e.word(Method.class, "unknown-method"));
            Optional<Normalisation> step = method.map(each -> withParameters(each, fields));
            if (step.isPresent()) {
                fields.done();
            }
            return step;
        });
    }

    private static Normalisation plain(Method method) {
        Normalisation.Scope group = Normalisation.GROUP;
        return switch (method) {
            case Z_SCORE -> new Normalisation.ZScore(Deviation.SAMPLE, BigDecimal.ZERO, BigDecimal.ONE, group);
            case RANK -> new Normalisation.Rank(Ties.MIN, First.WORST, group);
            case PERCENTILE_RANK -> new Normalisation.PercentileRank(Ties.MIN, Among.OTHERS, group);
            case BORDA -> new Normalisation.Borda(Ties.MIN, group);
            case DISTANCE_TO_MAXIMUM -> new Normalisation.DistanceToMaximum(group);
            case FRACTION_OF_MAXIMUM -> new Normalisation.FractionOfMaximum(group);
            case FRACTION_OF_BEST -> new Normalisation.FractionOfBest(group);
            case FRACTION_OF_MEAN -> new Normalisation.FractionOfMean(group);
            case EXPONENTIAL -> new Normalisation.Exponential();
            case NORMAL_PROBABILITY -> new Normalisation.NormalProbability();
            case MIN_MAX,
                    DISTANCE_TO_REFERENCE,
                    DISTANCE_TO_TARGET,
                    FRACTION_OF_REFERENCE,
                    GOALPOSTS,
                    LINEAR,
                    POWER,
                    TIERS -> new Normalisation.MinMax(BigDecimal.ZERO, HUNDRED, null, null, false, group);
        };
    }

    private Normalisation withParameters(Method method, Fields fields) {
        return switch (method) {
            case MIN_MAX -> minMax(fields);
            case Z_SCORE ->
                new Normalisation.ZScore(
                        word(fields, "deviation", Deviation.SAMPLE),
                        number(fields, "mean", BigDecimal.ZERO),
                        fields.optional("sd").flatMap(Parts::positive).orElse(BigDecimal.ONE),
                        scope(fields, "mean", "sd"));
            case RANK -> new Normalisation.Rank(ties(fields), word(fields, "first", First.WORST), scope(fields));
            case PERCENTILE_RANK ->
                new Normalisation.PercentileRank(ties(fields), word(fields, "among", Among.OTHERS), scope(fields));
            case BORDA -> new Normalisation.Borda(ties(fields), scope(fields));
            case DISTANCE_TO_MAXIMUM -> new Normalisation.DistanceToMaximum(scope(fields, "min", "max"));
            case DISTANCE_TO_REFERENCE ->
                new Normalisation.DistanceToReference(
                        fields.required("target").flatMap(Element::text).orElse(""),
                        flag(fields, "cap", false),
                        scope(fields, "min", "max"));
            case DISTANCE_TO_TARGET ->
                new Normalisation.DistanceToTarget(
                        fields.required("value").flatMap(Element::number).orElse(BigDecimal.ZERO),
                        flag(fields, "cap", false),
                        scope(fields, "min", "max"));
            case FRACTION_OF_MAXIMUM -> new Normalisation.FractionOfMaximum(scope(fields, "min", "max"));
            case FRACTION_OF_BEST -> new Normalisation.FractionOfBest(scope(fields, "min", "max"));
            case FRACTION_OF_REFERENCE ->
                new Normalisation.FractionOfReference(
                        fields.required("target").flatMap(Element::text).orElse(""), scope(fields));
            case FRACTION_OF_MEAN -> new Normalisation.FractionOfMean(scope(fields, "mean"));
            case POWER -> FormulaReader.power(fields);
            case EXPONENTIAL -> new Normalisation.Exponential();
            case NORMAL_PROBABILITY -> new Normalisation.NormalProbability();
            case TIERS -> FormulaReader.tiers(fields);
            case GOALPOSTS -> goalposts(fields);
            case LINEAR -> linear(fields);
        };
    }

    private Normalisation minMax(Fields fields) {
        Optional<Element> stated = fields.optional("parameters");
        Normalisation.Scope read = scope(fields, "min", "max");
        Optional<Element> lowest = fields.optional("lowest");
        Optional<Element> highest = fields.optional("highest");
        BigDecimal min = read.frozen().min();
        BigDecimal max = read.frozen().max();
        if (stated.isPresent() && (min != null && lowest.isPresent() || max != null && highest.isPresent())) {
            stated.get().fault("contradiction", "states a bound that stands beside it already: keep one of the two");
        }
        @Nullable Bound low = lowest.flatMap(this::bound).orElse(min == null ? null : new Normalisation.Fixed(min));
        @Nullable Bound high = highest.flatMap(this::bound).orElse(max == null ? null : new Normalisation.Fixed(max));
        if (low instanceof Normalisation.Fixed least
                && high instanceof Normalisation.Fixed most
                && least.value().compareTo(most.value()) >= 0) {
            fields.place().fault("bounds", "the lowest must lie below the highest: correct one of the two");
        }
        BigDecimal from = number(fields, "from", BigDecimal.ZERO);
        BigDecimal to = number(fields, "to", HUNDRED);
        if (from.compareTo(to) == 0) {
            fields.place().fault("bounds", "from and to are the same: every score would be; correct one of the two");
        }
        return new Normalisation.MinMax(
                from,
                to,
                low,
                high,
                flag(fields, "truncate", false),
                new Normalisation.Scope(read.within(), read.campaign(), Normalisation.COMPUTED));
    }

    private Optional<Bound> bound(Element element) {
        if (!element.isMapping()) {
            return element.number().map(Normalisation.Fixed::new);
        }
        return element.fields().map(fields -> {
            Optional<Element> meanOf = fields.optional("meanOf");
            Bound bound = meanOf.isPresent()
                    ? new Normalisation.MeanOf(
                            meanOf.flatMap(e -> e.whole(1, 1_000_000)).orElse(1))
                    : new Normalisation.Percentile(fields.required("percentile")
                            .flatMap(Parts::percent)
                            .orElse(BigDecimal.ZERO));
            fields.done();
            return bound;
        });
    }

    private static Normalisation goalposts(Fields fields) {
        Optional<BigDecimal> low = fields.required("low").flatMap(Element::number);
        Optional<BigDecimal> high = fields.required("high").flatMap(Element::number);
        Scale scale = word(fields, "scale", Scale.LINEAR);
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) >= 0) {
            fields.place()
                    .fault(
                            "bounds",
                            "low must lie below high: swap them, and say 'direction: lower' where less is better");
        } else if (scale == Scale.LOG && low.isPresent() && low.get().signum() <= 0) {
            fields.place()
                    .fault("bounds", "a logarithm has no goalpost at or below 0: raise low, or use scale: linear");
        }
        return new Normalisation.Goalposts(
                low.orElse(BigDecimal.ZERO),
                high.orElse(BigDecimal.ONE),
                number(fields, "to", BigDecimal.ONE),
                flag(fields, "truncate", true),
                scale);
    }

    private static Normalisation linear(Fields fields) {
        Optional<Element> divisor = fields.optional("divideBy");
        BigDecimal divideBy = number(fields, "divideBy", BigDecimal.ONE);
        if (divideBy.signum() == 0) {
            divisor.ifPresent(
                    element -> element.fault("out-of-range", "nothing is divided by 0: state another number"));
        }
        return new Normalisation.Linear(
                number(fields, "minus", BigDecimal.ZERO),
                divideBy,
                number(fields, "times", BigDecimal.ONE),
                number(fields, "plus", BigDecimal.ZERO));
    }

    private Normalisation.Scope scope(Fields fields, String... frozen) {
        String within = fields.optional("within")
                .flatMap(e -> references.read(e, References.Wanted.CATEGORY))
                .orElse(null);
        if (frozen.length == 0) {
            return new Normalisation.Scope(within, null, Normalisation.COMPUTED);
        }
        return fields.optional("parameters")
                .flatMap(Element::fields)
                .map(parameters -> frozen(parameters, within, List.of(frozen)))
                .orElseGet(() -> new Normalisation.Scope(within, null, Normalisation.COMPUTED));
    }

    private static Normalisation.Scope frozen(Fields fields, @Nullable String within, List<String> keys) {
        @Nullable
        String campaign = fields.optional("campaign").flatMap(Element::id).orElse(null);
        Normalisation.Frozen frozen = new Normalisation.Frozen(
                keys.contains("min") ? number(fields, "min", null) : null,
                keys.contains("max") ? number(fields, "max", null) : null,
                keys.contains("mean") ? number(fields, "mean", null) : null,
                keys.contains("sd")
                        ? fields.optional("sd").flatMap(Parts::positive).orElse(null)
                        : null);
        boolean numbers = !frozen.equals(Normalisation.COMPUTED);
        if (numbers && campaign != null) {
            fields.place().fault("contradiction", "states numbers and a campaign: keep one of the two");
        }
        if (frozen.min() != null && frozen.max() != null && frozen.min().compareTo(frozen.max()) >= 0) {
            fields.place().fault("bounds", "min must lie below max: correct one of the two");
        }
        fields.done();
        return new Normalisation.Scope(within, campaign, frozen);
    }

    private static Ties ties(Fields fields) {
        return word(fields, "ties", Ties.MIN);
    }

    private static <E extends Enum<E>> E word(Fields fields, String key, E otherwise) {
        return fields.optional(key)
                .flatMap(e -> e.word(otherwise.getDeclaringClass()))
                .orElse(otherwise);
    }

    private static boolean flag(Fields fields, String key, boolean otherwise) {
        return fields.optional(key).flatMap(Element::bool).orElse(otherwise);
    }

    private static @Nullable BigDecimal number(Fields fields, String key, @Nullable BigDecimal otherwise) {
        return fields.optional(key).flatMap(Element::number).orElse(otherwise);
    }

    /** The methods, with what must be said when one is named without its parameters. */
    private enum Method {
        MIN_MAX(null),
        Z_SCORE(null),
        RANK(null),
        PERCENTILE_RANK(null),
        BORDA(null),
        DISTANCE_TO_MAXIMUM(null),
        DISTANCE_TO_REFERENCE("needs its target: write {method: distance-to-reference, target: …}"),
        DISTANCE_TO_TARGET("needs its value: write {method: distance-to-target, value: …}"),
        FRACTION_OF_MAXIMUM(null),
        FRACTION_OF_BEST(null),
        GOALPOSTS("needs its goalposts: write {method: goalposts, low: …, high: …}"),
        FRACTION_OF_REFERENCE("needs its target: write {method: fraction-of-reference, target: …}"),
        FRACTION_OF_MEAN(null),
        POWER("needs its exponent: write {method: power, exponent: …}"),
        EXPONENTIAL(null),
        NORMAL_PROBABILITY(null),
        TIERS("needs its tiers: write {method: tiers, tiers: [{from: …, score: …}]}"),
        LINEAR("needs its parameters: write {method: linear, minus: …, divideBy: …}");

        private final @Nullable String parameters;

        Method(@Nullable String parameters) {
            this.parameters = parameters;
        }
    }
}
