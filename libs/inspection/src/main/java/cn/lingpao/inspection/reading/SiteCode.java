package cn.lingpao.inspection.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An identification code of a government site: ten digits (region 6, serial 4), {@code bm} and eight digits, or {@code N} and nine.
 *
 * @param value letters as the regulation writes them
 */
public record SiteCode(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{10}|bm\\d{8}|N\\d{9}");

    /** The code, if the text is one. */
    public static Optional<SiteCode> of(String text) {
        String code = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        String cased = code.toLowerCase(Locale.ROOT).startsWith("bm")
                ? code.toLowerCase(Locale.ROOT)
                : code.toUpperCase(Locale.ROOT);
        return FORM.matcher(cased).matches() ? Optional.of(new SiteCode(cased)) : Optional.empty();
    }

    /** The first four digits of the region; only codes of ten digits have one. */
    public Optional<String> region() {
        return Character.isDigit(value.charAt(0)) ? Optional.of(value.substring(0, 4)) : Optional.empty();
    }
}
