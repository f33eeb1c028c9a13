package cn.lingpao.inspection.reading;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the scripts of a page may still do to it; nothing runs here. */
public final class Scripts {

    /** Where a script came from that was read into its page. */
    public static final String FROM = "data-from";

    private static final Pattern FETCHES = Pattern.compile(
            "\\$\\.(get|post|ajax|getJSON|getScript)|\\.load\\s*\\(\\s*[\"'/]|fetch\\s*\\(|XMLHttpRequest|axios|jsonp|import\\s*\\(|"
                    + "new\\s+Vue|createApp|ReactDOM|ng-app|__NEXT_DATA__|createElement\\s*\\(\\s*[\"'](script|iframe)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITES = Pattern.compile(
            "document\\.write|innerHTML|\\.html\\s*\\(|\\.append|insertAdjacent|createElement|template\\s*\\(|\\.render\\s*\\(");
    private static final Pattern CONTENT = Pattern.compile(
            "<\\s*(li|tr|td|dd|dt|a|p|div|table|ul|h\\d|script|iframe)\\b|%3C|\"?title\"?\\s*:",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KNOWN = Pattern.compile(
            "conac\\.cn|hm\\.baidu|_hmt|cnzz|jiucuo|google-analytics|gtag|bdshare|bdstatic|_trs|webtrends|51\\.la",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS = Pattern.compile("(\\p{IsHan}|\\\\u[4-9][0-9a-fA-F]{3}){2}");
    private static final int SNIPPET = 1500;
    private static final Pattern HARMLESS = Pattern.compile(
            ".*(jquery(-|\\.|\\d|$)|bootstrap|swiper|superslide|slick|layer|html5shiv|respond|modernizr|echarts|share|hm\\.js|analytics|"
                    + "cnzz|51\\.la|tongji|stat|webtrends|trs_webtest|trswa|conac|jiucuo|wza|accessib|barrier|qrcode|laydate|datepicker|"
                    + "polyfill|rem\\.js|flexible|lazyload|marquee|wow\\.|animate|pinyin|jianfan|big5|fontsize).*");
    private static final Pattern LEADS =
            Pattern.compile("\\blocation(?:\\.href)?\\s*=[^=]|\\blocation\\.(?:replace|assign)\\s*\\(");
    private static final Pattern BLANK_ROOT = Pattern.compile("app|root|main-app|__nuxt|__next|container-app");
    private static final int FEW_WORDS = 120;

    private Scripts() {}

    /** Whether a script of the page may write content into it. */
    public static boolean mayFill(Document page) {
        if (!page.select("[v-for], [v-if], [ng-repeat], [ng-app], [data-ng-app], [v-html]")
                .isEmpty()) {
            return true;
        }
        return page.getElementsByTag("script").stream().anyMatch(Scripts::fills);
    }

    /** Whether what is there is a shell that a script fills: hardly a word, hardly a link, and a script at work. */
    public static boolean isShell(Document page) {
        boolean bare = page.body().text().length() < FEW_WORDS
                && page.select("a[href]").size() < 8;
        boolean root = page.body().children().stream()
                .anyMatch(element -> BLANK_ROOT.matcher(element.id()).matches()
                        && element.text().isBlank());
        boolean leads = page.getElementsByTag("script").stream()
                .anyMatch(script -> LEADS.matcher(script.data()).find());
        return bare && (root || leads || mayFill(page) || hasModules(page));
    }

    /** Whether a script fills the footer of the page, or includes it. */
    static boolean includes(Document page, String what) {
        String pattern = "(?is).*" + what + ".*";
        return page.getElementsByTag("script").stream()
                .anyMatch(script -> (script.attr("src") + script.attr(FROM) + (fills(script) ? script.data() : ""))
                        .matches(pattern));
    }

    /** The scripts of the page that write content. */
    static String filling(Document page) {
        return page.getElementsByTag("script").stream()
                .filter(Scripts::fills)
                .map(Element::data)
                .collect(Collectors.joining("\n"));
    }

    /** Whether a script that is not in the page, or a template, may write content. */
    static boolean fillsFromOutside(Document page) {
        return page.getElementsByTag("script").stream().anyMatch(script -> script.hasAttr("src") && fills(script))
                || !page.select("[v-for], [v-if], [ng-repeat], [v-html]").isEmpty();
    }

    private static boolean hasModules(Document page) {
        return !page.select("script[type=module], script[src]").isEmpty();
    }

    /** Whether the address is of a library, a counter or a mark that adds no content. */
    public static boolean isKnown(String address) {
        return HARMLESS.matcher(address.toLowerCase(Locale.ROOT)).matches();
    }

    /** A script brings content when it fetches some, or writes markup of its own; a clock or a counter does neither. */
    private static boolean writes(String script) {
        boolean known = script.length() < SNIPPET
                && KNOWN.matcher(script).find()
                && !WORDS.matcher(script).find();
        return !known
                && (FETCHES.matcher(script).find()
                        || WRITES.matcher(script).find()
                                && CONTENT.matcher(script).find());
    }

    private static boolean fills(Element script) {
        String type = script.attr("type").toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !type.contains("javascript") && !type.equals("module") && !type.contains("ecmascript")) {
            return false;
        }
        String source = script.attr("src").toLowerCase(Locale.ROOT);
        return source.isEmpty() ? writes(script.data()) : !isKnown(source);
    }
}
