package cn.lingpao.cli.score;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a field of a table says: nothing, a value, or something that is none. */
sealed interface Written {

    /** The field is empty, or says in a word that nothing was found. */
    record Missing() implements Written {}

    /** A value that its id takes. */
    record Answered(Value value) implements Written {}

    /** No value, and why. */
    record Refused(String code, String text) implements Written {}

    Missing MISSING = new Missing();
    Answered MET = new Answered(Value.MET);
    Answered NOT_MET = new Answered(Value.NOT_MET);
    Answered UNDETERMINED = new Answered(Value.UNDETERMINED);
    Answered NOT_APPLICABLE = new Answered(Value.NOT_APPLICABLE);

    /** How people write √ and ✗, in lower case. */
    Map<String, Answered> WORDS = Map.ofEntries(
            Map.entry("met", MET),
            Map.entry("√", MET),
            Map.entry("✓", MET),
            Map.entry("✔", MET),
            Map.entry("yes", MET),
            Map.entry("true", MET),
            Map.entry("1", MET),
            Map.entry("是", MET),
            Map.entry("not_met", NOT_MET),
            Map.entry("✗", NOT_MET),
            Map.entry("✘", NOT_MET),
            Map.entry("×", NOT_MET),
            Map.entry("x", NOT_MET),
            Map.entry("no", NOT_MET),
            Map.entry("false", NOT_MET),
            Map.entry("0", NOT_MET),
            Map.entry("否", NOT_MET));

    Set<String> NOT_FINITE = Set.of("nan", "inf", "-inf", "+inf", "infinity", "-infinity", "+infinity", "∞", "-∞");

    Pattern NUMBER = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");
    Pattern THOUSANDS =
            Pattern.compile("[-+]?[0-9]{1,3}(([,'’ \u2009\u202F][0-9]{3})+(\\.[0-9]+)?|(\\.[0-9]{3})+,[0-9]+)");
    Pattern DECIMAL_COMMA = Pattern.compile("[-+]?[0-9]+,[0-9]+");

    /**
     * Reads a field.
     *
     * @param missing the words that mean nothing was found
     */
    static Written of(Vocabulary vocabulary, String id, String text, Set<String> missing) {
        if (text.isEmpty() || missing.contains(text)) {
            return MISSING;
        }
        if (text.indexOf('\n') >= 0) {
            return new Refused("line-break", "has a line break in it: close the quote (\") that is open");
        }
        if (text.equals("UNDETERMINED")) {
            return UNDETERMINED;
        }
        if (text.equals("NOT_APPLICABLE")) {
            return NOT_APPLICABLE;
        }
        return switch (vocabulary.kind(id)) {
            case NUMBER -> number(vocabulary, id, text);
            case TEXT -> new Answered(Value.grade(text));
            case WORD -> word(vocabulary.framework(), id, text);
        };
    }

    private static Written word(Framework framework, String id, String text) {
        Value grade = Value.grade(text);
        if (framework.accepts(id, grade).isEmpty()) {
            return new Answered(grade);
        }
        @Nullable Answered word = WORDS.get(text.toLowerCase(Locale.ROOT));
        if (word != null && framework.accepts(id, word.value()).isEmpty()) {
            return word;
        }
        return misfit(framework, id, grade, text, " (√ ✗, yes no, true false or 1 0 will do)");
    }

    private static Written number(Vocabulary vocabulary, String id, String text) {
        if (!NUMBER.matcher(text).matches()) {
            return noNumber(text);
        }
        BigDecimal number = new BigDecimal(text);
        if (!Double.isFinite(number.doubleValue())) {
            return new Refused("not-finite", "'" + text + "' is too large to be computed with");
        }
        Value value = Value.number(number);
        return vocabulary.isBonus(id)
                        || vocabulary.framework().accepts(id, value).isEmpty()
                ? new Answered(value)
                : misfit(vocabulary.framework(), id, value, text, "");
    }

    private static Refused noNumber(String text) {
        String shown = "'" + shortened(text) + "' ";
        if (NOT_FINITE.contains(text.toLowerCase(Locale.ROOT))) {
            return new Refused("not-finite", shown + "is no number: leave the field empty when there is no value");
        }
        if (text.endsWith("%")) {
            return new Refused("percent-sign", shown + "has a percent sign: write 12 or 0.12, as the framework counts");
        }
        if (DECIMAL_COMMA.matcher(text).matches() && !text.matches("[-+]?[0-9]{1,3}(,[0-9]{3})+")) {
            return new Refused("decimal-comma", shown + "has a decimal comma: write 1.5 for one and a half");
        }
        if (THOUSANDS.matcher(text).matches()) {
            return new Refused("thousands-separator", shown + "has separators of thousands: write 1234.5");
        }
        if (NUMBER.matcher(text.replaceFirst("^[−–—]", "-")).matches()) {
            return new Refused("not-a-number", shown + "has a minus sign of print: write -1.5");
        }
        return new Refused(
                "not-a-number",
                shown + "stands where a number belongs: mend it, or if it means that there is no value"
                        + " empty the field or say --missing \"" + shortened(text) + "\"");
    }

    private static Refused misfit(Framework framework, String id, Value value, String text, String remedy) {
        Optional<String> reason = framework.accepts(id, value);
        return new Refused("wrong-value", "'" + shortened(text) + "' does not fit: " + reason.orElse(id) + remedy);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
