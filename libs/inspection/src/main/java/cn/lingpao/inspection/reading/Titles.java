package cn.lingpao.inspection.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Titles of articles, made comparable. */
public final class Titles {

    private static final int RECOGNISABLE = 8;

    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]");

    private static final Pattern DRESSING = Pattern.compile(
            "^\\s*[【\\[][^】\\]]{1,8}[】\\]]\\s*|\\s*[（(\\[【](组?图|图文|多图|视频|音频|转载|附[^）)]{1,6})[)）\\]】]\\s*$|\\s*[-_|—–]+\\s*[^-_|—–]{2,20}(网|网站|政府|门户)\\s*$");

    private Titles() {}

    /** Whether one title, which is long enough to be known by, stands whole in the other. */
    public static boolean within(String one, String other) {
        String a = core(one);
        String b = core(other);
        return a.length() >= RECOGNISABLE && b.contains(a) || b.length() >= RECOGNISABLE && a.contains(b);
    }

    /** A title without what a channel puts around it: the name of the column, a remark on pictures, the name of the site. */
    private static String core(String title) {
        String bare = DRESSING.matcher(title).replaceAll("");
        return normal(normal(bare).isEmpty() ? title : bare);
    }

    /** A title without spaces, punctuation, width and case. */
    public static String normal(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return OTHER.matcher(plain).replaceAll("");
    }

    /** Whether two titles are the same, or one is the other cut short with an ellipsis. */
    public static boolean same(String one, String other) {
        String a = core(one);
        String b = core(other);
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
