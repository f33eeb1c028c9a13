package cn.lingpao.inspection.reading;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the scripts of a page may still do to it; nothing runs here. */
public final class Scripts {

    private static final Pattern FILLS = Pattern.compile(
            "document\\.write|innerHTML|\\.html\\s*\\(|\\.append|insertAdjacent|createElement|\\$\\.(get|post|ajax|getJSON|getScript)|"
                    + "\\.load\\s*\\(|fetch\\s*\\(|XMLHttpRequest|axios|new\\s+Vue|createApp|ReactDOM|ng-app|template\\s*\\(|jsonp|"
                    + "__NEXT_DATA__|import\\s*\\(|\\.render\\s*\\(");
    private static final Pattern HARMLESS = Pattern.compile(
            ".*(jquery(-|\\.|\\d|$)|bootstrap|swiper|superslide|slick|layer|html5shiv|respond|modernizr|echarts|share|hm\\.js|analytics|"
                    + "cnzz|51\\.la|tongji|stat|webtrends|trs_webtest|trswa|conac|jiucuo|wza|accessib|barrier|qrcode|laydate|datepicker|"
                    + "polyfill|rem\\.js|flexible|lazyload|marquee|wow\\.|animate|pinyin|jianfan|big5|fontsize).*");
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
        return bare && (root || mayFill(page) || hasModules(page));
    }

    /** Whether a script fills the footer of the page, or includes it. */
    static boolean includes(Document page, String what) {
        String pattern = "(?is).*" + what + ".*";
        return page.getElementsByTag("script").stream()
                .anyMatch(script -> (script.attr("src") + (fills(script) ? script.data() : "")).matches(pattern));
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

    private static boolean fills(Element script) {
        String type = script.attr("type").toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !type.contains("javascript") && !type.equals("module") && !type.contains("ecmascript")) {
            return false;
        }
        String source = script.attr("src").toLowerCase(Locale.ROOT);
        return source.isEmpty()
                ? FILLS.matcher(script.data()).find()
                : !HARMLESS.matcher(source).matches();
    }
}
