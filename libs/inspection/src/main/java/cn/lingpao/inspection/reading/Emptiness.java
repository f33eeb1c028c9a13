package cn.lingpao.inspection.reading;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Signs that a page has a place for a list and nothing in it. */
public final class Emptiness {

    private static final Pattern SAYS = Pattern.compile(
            "[暂暫][无無](内容|数据|信息|记录|文章|相关|更新|资料|新闻|公告)?|[没沒]有(内容|数据|信息|记录|文章|相关)|建[设設]中|无(内容|数据|信息|记录)|敬请期待|"
                    + "共\\s*0\\s*(条|篇|页|个)");
    private static final Pattern LIST = Pattern.compile(".*(list|news|con|content|main|items).*");
    private static final int SENTENCE = 30;
    private static final int PROSE = 80;
    private static final int TITLE = 6;

    private Emptiness() {}

    /** A list element in the middle of the page that has no line with words; false where there is no list at all. */
    public static boolean hasBlankList(Document page) {
        Element main = Regions.main(page);
        return main.select("ul, ol, dl, table, tbody").stream().anyMatch(Emptiness::isBlank)
                || main.select("div[id], div[class], section").stream()
                        .filter(element -> LIST.matcher(
                                        (element.id() + " " + element.className()).toLowerCase(Locale.ROOT))
                                .matches())
                        .anyMatch(Emptiness::isBlank);
    }

    /** How many links in the middle of the page read like titles of items, with or without a date. */
    public static int titles(Document page) {
        return (int) Regions.main(page).select("a[href]").stream()
                .filter(link -> Titles.normal(link.text()).length() >= TITLE)
                .count();
    }

    /** Whether a table or a list of definitions in the middle of the page says something, links or not. */
    public static boolean hasRows(Document page) {
        Element main = Regions.main(page);
        long rows = main.select("tr").stream().filter(Element::hasText).count();
        return rows >= 2 && SAYS.matcher(main.text()).results().findAny().isEmpty()
                || main.select("dd").stream().anyMatch(Element::hasText);
    }

    /** What the page says of being empty; blank where it says nothing. */
    public static String says(Document page) {
        Element main = Regions.main(page);
        return Stream.concat(
                        main.getElementsMatchingOwnText(SAYS).stream().map(Element::text),
                        main.select("img[alt]").stream().map(Emptiness::words).filter(SAYS.asPredicate()))
                .filter(text -> text.length() <= SENTENCE)
                .findFirst()
                .orElse("");
    }

    /** Whether a sentence of its own stands in the middle of the page that does not speak of emptiness. */
    public static boolean speaks(Document page) {
        return Regions.main(page).getAllElements().stream()
                .filter(element -> element.closest("a") == null)
                .map(element -> element.ownText().strip())
                .anyMatch(text -> text.length() > SENTENCE
                        && text.contains("。")
                        && !SAYS.matcher(text).find());
    }

    /** Whether the middle of the page is text to read rather than a list. */
    public static boolean isProse(Document page) {
        Element main = Regions.main(page);
        String linked = main.select("a").text();
        return main.text().length() - linked.length() > PROSE
                || main.select("img, video, object, embed").stream()
                        .anyMatch(picture -> !SAYS.matcher(words(picture)).find());
    }

    private static String words(Element picture) {
        return picture.attr("alt").strip();
    }

    /** Whether a script of the page names a blank place, or one from outside may fill a blank list. */
    public static boolean awaitsScript(Document page) {
        if (!Scripts.mayFill(page)) {
            return false;
        }
        String scripts = Scripts.filling(page);
        boolean outside = Scripts.fillsFromOutside(page);
        return Regions.main(page).select("ul, ol, dl, table, tbody, div, section").stream()
                .filter(Emptiness::isBlank)
                .anyMatch(place -> isNamedIn(scripts, place) || outside && isListPlace(place));
    }

    private static boolean isNamedIn(String scripts, Element place) {
        boolean byId = !place.id().isBlank() && scripts.matches("(?s).*[#'\"]" + Pattern.quote(place.id()) + "\\b.*");
        return byId
                || place.classNames().stream()
                        .anyMatch(name -> !name.isBlank() && scripts.contains("." + name + "'")
                                || scripts.contains("." + name + "\"")
                                || scripts.contains("." + name + " "));
    }

    private static boolean isListPlace(Element place) {
        return place.normalName().matches("ul|ol|tbody")
                || !place.id().isBlank()
                        && LIST.matcher(place.id().toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isBlank(Element list) {
        return list.text().isBlank()
                && list.select("img, input, iframe, video, object, form").stream()
                        .allMatch(part -> SAYS.matcher(words(part)).find());
    }
}
