package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The small parts that occur in several places of a framework document. */
final class Parts {

    static final Text NO_TEXT = new Text("", "");

    /** Keeps every product of weights, points and shares far inside the exact range of a double. */
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private static final int PORTION_DIGITS = 18;

    private static final BigDecimal LEAST = new BigDecimal("0.000000001");

    private Parts() {}

    /** {@code {zh, en}}, both needed, or one text for both. */
    static Optional<Text> name(Element element) {
        return text(element, true);
    }

    /** {@code {zh, en?}}, or one text for both. */
    static Optional<Text> prose(Element element) {
        return text(element, false);
    }

    private static Optional<Text> text(Element element, boolean english) {
        if (!element.isMapping()) {
            return element.text().map(text -> new Text(text, text));
        }
        return element.fields().map(fields -> {
            String zh = fields.required("zh").flatMap(Element::text).orElse("");
            Optional<Element> en = english ? fields.required("en") : fields.optional("en");
            Text text = new Text(zh, en.flatMap(Element::text).orElse(zh));
            fields.done();
            return text;
        });
    }

    /** Above zero. */
    static Optional<BigDecimal> positive(Element element) {
        return element.number(LEAST, MOST);
    }

    /** Not negative; also as a fraction such as {@code 1/3}. */
    static Optional<BigDecimal> weight(Element element) {
        return element.fraction()
                .map(fraction -> fraction[0].divide(fraction[1], PORTION_DIGITS, RoundingMode.HALF_EVEN))
                .or(() -> notNegative(element));
    }

    /** Not negative. */
    static Optional<BigDecimal> notNegative(Element element) {
        return element.number(BigDecimal.ZERO, MOST);
    }

    /** {@code higher} or {@code lower}, also as 1 or -1. */
    static Optional<Direction> direction(Element element) {
        if (element.is("1") || element.is("-1")) {
            return Optional.of(element.is("1") ? Direction.HIGHER : Direction.LOWER);
        }
        return element.word(Direction.class);
    }

    /** Positive or negative; not so small that it would vanish beside others. */
    static Optional<BigDecimal> points(Element element) {
        return element.number(MOST.negate(), MOST).filter(number -> {
            boolean tiny = number.signum() != 0 && number.abs().compareTo(LEAST) < 0;
            if (tiny) {
                element.fault("out-of-range", number.toPlainString() + " is too small: use at least " + LEAST);
            }
            return !tiny;
        });
    }

    /** From −1 to 1. */
    static Optional<BigDecimal> signedShare(Element element) {
        return element.number(BigDecimal.ONE.negate(), BigDecimal.ONE);
    }

    /** A percentage from 0 to 100. */
    static Optional<BigDecimal> percent(Element element) {
        return element.number(BigDecimal.ZERO, BigDecimal.valueOf(100));
    }

    /** From 0 to 1. */
    static Optional<BigDecimal> share(Element element) {
        return element.number(BigDecimal.ZERO, BigDecimal.ONE);
    }

    /** From 0 to 1, also as a fraction such as {@code 2/3}, which 2 of 3 reach. */
    static Optional<BigDecimal> portion(Element element) {
        return element.fraction()
                .map(fraction -> fraction[0].divide(fraction[1], PORTION_DIGITS, RoundingMode.DOWN))
                .filter(share -> share.compareTo(BigDecimal.ONE) <= 0)
                .or(() -> share(element));
    }

    /** {@code {digits, mode}}. */
    static Optional<Rounding> rounding(Element element) {
        return element.fields().map(Parts::rounding);
    }

    private static Rounding rounding(Fields fields) {
        int digits = fields.required("digits").flatMap(e -> e.whole(0, 9)).orElse(0);
        Mode mode = fields.optional("mode").flatMap(e -> e.word(Mode.class)).orElse(Mode.HALF_UP);
        fields.done();
        return new Rounding(digits, RoundingMode.valueOf(mode.name()));
    }

    /** {@code raw}, or a rounding. */
    static Optional<Rounding> basis(Element element) {
        if (element.isMapping()) {
            return rounding(element);
        }
        element.word(Raw.class);
        return Optional.empty();
    }

    private enum Raw {
        RAW
    }

    /** The modes that always have a result: {@link RoundingMode} without UNNECESSARY. */
    private enum Mode {
        UP,
        DOWN,
        CEILING,
        FLOOR,
        HALF_UP,
        HALF_DOWN,
        HALF_EVEN
    }
}
