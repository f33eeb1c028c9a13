package cn.lingpao.inspection.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Titles of articles, made comparable. */
public final class Titles {

    private static final int RECOGNISABLE = 8;

    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]");

    private Titles() {}

    /** A title without spaces, punctuation, width and case. */
    public static String normal(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return OTHER.matcher(plain).replaceAll("");
    }

    /** Whether two titles are the same, or one is the other cut short with an ellipsis. */
    public static boolean same(String one, String other) {
        String a = normal(one);
        String b = normal(other);
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        return a.equals(b) || isCut(one) && cutOf(a, b) || isCut(other) && cutOf(b, a);
    }

    private static boolean cutOf(String cut, String whole) {
        return cut.length() >= RECOGNISABLE && whole.startsWith(cut);
    }

    private static boolean isCut(String title) {
        return title.strip().matches("(?s).*(…|\\.{2,}|···)$");
    }
}
