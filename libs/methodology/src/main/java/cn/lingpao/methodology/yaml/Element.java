package cn.lingpao.methodology.yaml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value of a document at its place. What it is not, it reports as a fault and answers with nothing. */
public final class Element {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,18}(\\.[0-9]{1,18})?([eE][-+]?[0-9]{1,2})?");

    private static final Pattern FRACTION = Pattern.compile("[0-9]{1,9}/[1-9][0-9]{0,8}");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final MappingNode NO_KEYS = new MappingNode(Tag.MAP, List.of(), FlowStyle.FLOW);

    private final Node node;
    private final String path;
    private final Faults faults;

    Element(Node node, String path, Faults faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
    }

    /** 1-based. */
    public int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** Reports a fault at this place. */
    public void fault(String code, String reason) {
        int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
        faults.add(new Fault(line(), column, path, code, reason));
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether it is this one word. */
    public boolean is(String word) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(word);
    }

    /** Whether it is written like a number. */
    public boolean isNumber() {
        return quietNumber().isPresent();
    }

    /** A scalar as it is written, not blank. */
    public Optional<String> text() {
        if (!(node instanceof ScalarNode scalar)) {
            return none("not-text", "must be one text: write it on this line");
        }
        boolean blank = scalar.getTag().equals(Tag.NULL) && scalar.isPlain()
                || scalar.getValue().isBlank();
        return blank
                ? none("empty", "is empty: give it a value or remove it")
                : Optional.of(scalar.getValue().strip());
    }

    /** An id: letters, digits, dot, dash and underscore, starting with a letter or digit, 100 at the most. */
    public Optional<String> id() {
        return text().filter(text -> ID.matcher(text).matches()
                || refuse(
                        "bad-id",
                        "'" + shortened(text) + "' is no id: use letters, digits, '.', '-' and '_', 100 at the most"));
    }

    /** A decimal number, written plainly. */
    public Optional<BigDecimal> number() {
        return text().flatMap(text -> {
            boolean plain = node instanceof ScalarNode scalar && scalar.isPlain();
            return plain && NUMBER.matcher(text).matches()
                    ? Optional.of(new BigDecimal(text))
                    : none(
                            "not-a-number",
                            "'" + shortened(text) + "' is no number: write it with digits and without quotes");
        });
    }

    /** The number, if it is one, without a word when it is not. */
    public Optional<BigDecimal> quietNumber() {
        return new Element(node, path, new Faults()).number();
    }

    /** Numerator and denominator of a fraction of whole numbers, {@code 2/3}; without a word when it is none. */
    public Optional<BigDecimal[]> fraction() {
        if (!(node instanceof ScalarNode scalar)
                || !FRACTION.matcher(scalar.getValue()).matches()) {
            return Optional.empty();
        }
        String[] parts = scalar.getValue().split("/");
        BigDecimal[] fraction = {new BigDecimal(parts[0]), new BigDecimal(parts[1])};
        return Optional.of(fraction);
    }

    /** A number from {@code least} to {@code most}, both inclusive. */
    public Optional<BigDecimal> number(BigDecimal least, BigDecimal most) {
        return number().filter(number -> number.compareTo(least) >= 0 && number.compareTo(most) <= 0
                || refuse(
                        "out-of-range",
                        number.toPlainString() + " is out of range: it must lie from " + least.toPlainString() + " to "
                                + most.toPlainString()));
    }

    /** A whole number from {@code least} to {@code most}, both inclusive. */
    public Optional<Integer> whole(int least, int most) {
        return number(BigDecimal.valueOf(least), BigDecimal.valueOf(most))
                .filter(number -> number.stripTrailingZeros().scale() <= 0
                        || refuse("not-whole", number.toPlainString() + " must be a whole number"))
                .map(BigDecimal::intValueExact);
    }

    /** One of the constants of {@code words}, written in lower-kebab. */
    public <E extends Enum<E>> Optional<E> word(Class<E> words) {
        return word(words, "unknown-word");
    }

    /**
     * {@link #word(Class)} with a code of its own for an unknown word.
     *
     * @param others what may stand here besides, for the remedy
     */
    public <E extends Enum<E>> Optional<E> word(Class<E> words, String code, String... others) {
        return text().flatMap(text -> Arrays.stream(words.getEnumConstants())
                .filter(word -> kebab(word).equals(text))
                .findFirst()
                .or(() -> none(code, unknown(text, words, others))));
    }

    private static <E extends Enum<E>> String unknown(String text, Class<E> words, String... others) {
        List<String> allowed =
                Arrays.stream(words.getEnumConstants()).map(Element::kebab).toList();
        String all = Stream.concat(allowed.stream(), Arrays.stream(others)).collect(Collectors.joining(", "));
        return "'" + shortened(text) + "' is unknown here: " + Spelling.hint(text, allowed) + "write " + all;
    }

    /** A date, {@code 2021-09-30}. */
    public Optional<LocalDate> date() {
        return text().flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException noDate) {
                return none("not-a-date", "'" + shortened(text) + "' is no date: write it as 2021-09-30");
            }
        });
    }

    /** A date, or a date and time with offset, {@code 2021-09-30T18:00:00+08:00}; as it is written. */
    public Optional<String> moment() {
        return text().flatMap(text -> {
            try {
                DateTimeFormatter format =
                        text.contains("T") ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : DateTimeFormatter.ISO_LOCAL_DATE;
                format.parse(text);
                return Optional.of(text);
            } catch (DateTimeParseException noDate) {
                return none(
                        "not-a-date",
                        "'" + shortened(text) + "' is no date: write it as 2021-09-30 or 2021-09-30T18:00:00+08:00");
            }
        });
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> bool() {
        return text().flatMap(text -> text.equals("true") || text.equals("false")
                ? Optional.of(text.equals("true"))
                : none("not-a-boolean", "'" + shortened(text) + "' must be true or false"));
    }

    /** Whether nothing is written. */
    public boolean isBlank() {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getTag().equals(Tag.NULL);
    }

    /** The keys of a mapping; {@link #fields()} for one that may be left empty. */
    public Optional<Fields> fieldsOrNone() {
        return isBlank() ? Optional.of(new Fields(NO_KEYS, path, faults, this)) : fields();
    }

    public Optional<Fields> fields() {
        return node instanceof MappingNode mapping
                ? Optional.of(new Fields(mapping, path, faults, this))
                : none("not-a-mapping", "must be a mapping: write 'key: value' pairs below it");
    }

    /** The elements of a list. */
    public List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node each : sequence.getValue()) {
                elements.add(new Element(each, path + "[" + elements.size() + "]", faults));
            }
        } else {
            fault("not-a-list", "must be a list: start each entry with '- '");
        }
        return elements;
    }

    private <T> Optional<T> none(String code, String reason) {
        fault(code, reason);
        return Optional.empty();
    }

    private boolean refuse(String code, String reason) {
        fault(code, reason);
        return false;
    }

    private static String kebab(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
