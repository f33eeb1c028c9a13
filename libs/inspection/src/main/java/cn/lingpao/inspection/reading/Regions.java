package cn.lingpao.inspection.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** The parts of a page: its head with navigation, its footer, and what lies between. */
public final class Regions {

    private static final Pattern FOOT = Pattern.compile(".*(foot|copyright|banquan|yejiao|bottom).*");
    private static final Pattern HEAD =
            Pattern.compile("(site|page|main)?[-_]?(header|head|top|topbar|toolbar|toper|top[-_]?box|hd[-_]?top)\\d?");
    private static final Pattern NAVIGATION = Pattern.compile(".*(nav|menu|daohang|submenu).*");
    private static final Pattern CRUMBS = Pattern.compile(".*(crumb|position|location|weizhi|dqwz|sitepath|curpos).*");
    private static final Pattern WEATHER = Pattern.compile("(.*[-_])?(weather|tianqi)([-_].*|\\d+)?");
    private static final Pattern FOOT_WORDS =
            Pattern.compile("ICP[备備证證]|公[网網]安[备備]|[网網]站[标標][识識][码碼]|主[办辦][单單]位\\s*[：:]|版[权權]所有");

    private static final Pattern DAY = Pattern.compile("(?<!\\d)20\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}(?!\\d)");
    private static final int SEVERAL = 3;
    private static final int FOOT_FRAME = 400;
    private static final String PARTS = "article, li, dd";

    private Regions() {}

    /** The footers of a page; where nothing calls itself one, the blocks that speak a footer's words. */
    public static List<Element> footers(Document page) {
        List<Element> named = page.body().getAllElements().stream()
                .filter(element -> isOfPage(element, "footer") || isNamed(element, FOOT))
                .filter(element -> element.closest(PARTS) == null || speaksAsFooter(element))
                .filter(element -> isSmallPart(element, page))
                .filter(element -> speaksAsFooter(element) || !isDated(element))
                .filter(element -> !element.normalName().equals("a")
                        && !element.normalName().equals("img"))
                .toList();
        List<Element> outer = named.stream()
                .filter(element -> element.parents().stream().noneMatch(named::contains))
                .toList();
        return outer.stream().anyMatch(Regions::speaksAsFooter) ? outer : joined(outer, speaking(page));
    }

    /** A copy of the page without head, navigation, footer, scripts and styles. */
    public static Element main(Document page) {
        Document copy = page.clone();
        List<Element> gone = new ArrayList<>();
        gone.addAll(copy.select("script, style, noscript, template"));
        gone.addAll(frame(copy));
        gone.forEach(Element::remove);
        return copy.body();
    }

    /** Head, navigation, path and footer of a page: no list of news stands there. */
    static Set<Element> frame(Document page) {
        Set<Element> frame = new HashSet<>(footers(page));
        page.body().getAllElements().stream()
                .filter(Regions::isFrame)
                .filter(element -> isSmallPart(element, page))
                .forEach(frame::add);
        return frame;
    }

    /** The navigations of a page. */
    static Set<Element> navigations(Document page) {
        Set<Element> found = new HashSet<>();
        page.body().getAllElements().stream()
                .filter(element -> isNavigation(element) && !isDated(element))
                .filter(element -> isSmallPart(element, page))
                .forEach(found::add);
        return found;
    }

    /** Whether an element is, or stands in, one of these. */
    static boolean within(Element element, Set<Element> regions) {
        return regions.contains(element) || element.parents().stream().anyMatch(regions::contains);
    }

    private static boolean isFrame(Element element) {
        if (isNamed(element, WEATHER)) {
            return true;
        }
        boolean called = isOfPage(element, "header")
                || isNamed(element, HEAD)
                || isNamed(element, CRUMBS)
                || isNavigation(element);
        return called && !isDated(element);
    }

    /** Articles and lines of lists have heads and feet of their own. */
    private static boolean isOfPage(Element element, String name) {
        return element.normalName().equals(name) && element.closest(PARTS) == null;
    }

    /** Lists of news have a day in every line, however their place is called. */
    private static boolean isDated(Element element) {
        return DAY.matcher(element.text()).results().limit(SEVERAL).count() == SEVERAL;
    }

    /** A strip of tabs may be called navigation; it leads nowhere else. */
    private static boolean isNavigation(Element element) {
        boolean called = element.normalName().equals("nav") || isNamed(element, NAVIGATION);
        return called
                && element.select("a[href]").stream()
                        .anyMatch(link -> Links.target(link).isPresent());
    }

    private static boolean isNamed(Element element, Pattern names) {
        if (element.normalName().equals("body") || element.normalName().equals("html")) {
            return false;
        }
        String all = element.id() + " " + element.className();
        return !all.isBlank()
                && all.toLowerCase(Locale.ROOT)
                        .lines()
                        .flatMap(line -> List.of(line.split("\\s+")).stream())
                        .anyMatch(token -> names.matcher(token).matches());
    }

    /** A wrapper of nearly the whole page is no region of it, however it is called. */
    private static boolean isSmallPart(Element element, Document page) {
        int all = page.body().text().length();
        return element.text().length() * 10 <= all * 9 || all < 200;
    }

    private static boolean speaksAsFooter(Element element) {
        return FOOT_WORDS.matcher(element.text()).find();
    }

    private static List<Element> speaking(Document page) {
        Elements words = page.body().getElementsMatchingOwnText(FOOT_WORDS);
        List<Element> blocks = new ArrayList<>();
        for (Element word : words) {
            Element block = word;
            if (block.equals(page.body()) && !isFootFrame(page)) {
                continue;
            }
            while (isFootOnly(block)) {
                block = block.parent();
            }
            if (!blocks.contains(block)) {
                blocks.add(block);
                block.nextElementSiblings().stream()
                        .filter(next -> !blocks.contains(next))
                        .forEach(blocks::add);
            }
        }
        return blocks;
    }

    /** Whether a document is nothing but a footer, as in a frame. */
    private static boolean isFootFrame(Document page) {
        String text = page.body().text();
        return text.length() < FOOT_FRAME && FOOT_WORDS.matcher(text).results().count() >= 2;
    }

    /** Whether what is around a block is hardly more than the block, and no part of the content. */
    private static boolean isFootOnly(Element block) {
        Element parent = block.parent();
        return parent != null
                && !block.normalName().equals("body")
                && !parent.normalName().equals("body")
                && parent.text().length() <= block.text().length() * 2 + 40
                && parent.select("h1, h2, h3, h4, dl, form, article, li li").isEmpty();
    }

    private static List<Element> joined(List<Element> one, List<Element> other) {
        List<Element> all = new ArrayList<>(one);
        other.stream().filter(element -> !all.contains(element)).forEach(all::add);
        return all;
    }
}
