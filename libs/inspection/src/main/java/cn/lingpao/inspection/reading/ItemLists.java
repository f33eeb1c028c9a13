package cn.lingpao.inspection.reading;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the lines of lists: links to articles with the dates beside them, in lists, tables, definition lists or plain lines. */
public final class ItemLists {

    private static final Pattern SERVICE_LINK = Pattern.compile(
            "设为首页|加入收藏|收藏本站|English|EN|繁體|繁体(版|中文)?|简体(版|中文)?|无障碍.*|长者.*|登录|注册|更多.*|more.*|RSS.*|首页|尾页|末页|上一页|下一页|"
                    + "天气.*|网站地图|联系我们|关于我们|返回.*|打印.*|关闭.*|下载|\\d+|[<>»«]+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RECORD =
            Pattern.compile("<record>\\s*(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?\\s*</record>", Pattern.DOTALL);
    private static final Pattern CLOCK =
            Pattern.compile("今天是|今天\\s*[:：]|现在(是|时间)|当前(时间|日期)|北京时间|欢迎您|最近?更新(时间|日期)?\\s*[:：].*网站|截止(时间|日期)?\\s*[:：]");
    private static final Pattern HINT = Pattern.compile(
            "(?s)(?:标题\\s*[:：]\\s*)?(.*?)[\\s,，;；|]*[\\r\\n ](?:发布|发文|发表|更新|公开|信息)?(?:时间|日期)\\s*[:：](.*)");
    private static final Pattern PUBLISHED = Pattern.compile("发布|公开|公布|印发");
    private static final Pattern WEATHER = Pattern.compile("℃|多云|[晴阴]转|晴天?(\\s|$)|[大中小]雨(\\s|$)");
    private static final int TITLE = 6;

    private final ChinaDates dates;

    /** @param today the China date on which the page was captured */
    public ItemLists(LocalDate today) {
        dates = new ChinaDates(today);
    }

    /** The items of a page, in its order; a link that stands twice is one item. */
    public List<Item> in(Document page) {
        Map<URI, Item> items = new LinkedHashMap<>();
        Set<Element> frame = Regions.frame(page);
        for (Element link : page.select("a[href]")) {
            item(link, frame).ifPresent(item -> items.merge(item.url(), item, ItemLists::better));
        }
        embedded(page).forEach(item -> items.merge(item.url(), item, ItemLists::better));
        return List.copyOf(items.values());
    }

    /** Whether a part of a page holds an item with a date. */
    boolean below(Element part) {
        return part.select("a[href]").stream().anyMatch(link -> item(link, Set.of())
                .filter(item -> item.date().isPresent())
                .isPresent());
    }

    /** Lists that a publishing system delivers as records inside the page, to be laid out by its script. */
    private List<Item> embedded(Document page) {
        List<Item> items = new ArrayList<>();
        for (Element script : page.select("script[type*=xml], script[type*=template], xml, textarea")) {
            Matcher matcher = RECORD.matcher(script.data().isEmpty() ? script.wholeText() : script.data());
            while (matcher.find()) {
                items.addAll(in(Jsoup.parse("<ul>" + matcher.group(1) + "</ul>", page.location())));
            }
        }
        return items;
    }

    private Optional<Item> item(Element link, Set<Element> frame) {
        Optional<URI> target = Links.target(link);
        if (target.isEmpty() || Regions.within(link, frame)) {
            return Optional.empty();
        }
        Element row = Rows.around(link);
        String title = title(link);
        if (SERVICE_LINK.matcher(title).matches() || Titles.normal(title).isEmpty()) {
            return Optional.empty();
        }
        Optional<DateReading> date = date(link, row);
        boolean longEnough = Titles.normal(title).length() >= TITLE;
        boolean looksRight = Links.looksLikeArticle(target.get()) && longEnough;
        boolean dated = date.isPresent()
                && (longEnough || looksRight || isLine(row))
                && !CLOCK.matcher(row.text()).find()
                && !WEATHER.matcher(row.text().replace(title, "")).find();
        return dated || looksRight
                ? Optional.of(new Item(title, target.get(), date.filter(day -> dated)))
                : Optional.empty();
    }

    private static boolean isLine(Element row) {
        return row.closest("li, tr, dt, dd") != null;
    }

    private Optional<DateReading> date(Element link, Element row) {
        List<DateReading> alone = Rows.texts(link, row).stream()
                .flatMap(text -> dates.alone(text).stream())
                .toList();
        Optional<DateReading> printed =
                several(alone, link).or(() -> alone.stream().findFirst());
        return printed.or(() -> tail(link.text()))
                .or(() -> inRemarks(link, row))
                .or(() -> forMachines(row))
                .or(() -> hinted(link));
    }

    /** The day in {@code <time datetime>}, where people read 昨天 or nothing. */
    private Optional<DateReading> forMachines(Element row) {
        List<DateReading> found = row.select("time[datetime]").stream()
                .flatMap(time -> dates.alone(inChina(time.attr("datetime"))).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String inChina(String datetime) {
        try {
            return OffsetDateTime.parse(datetime)
                    .atZoneSameInstant(ChinaDates.ZONE)
                    .toLocalDate()
                    .toString();
        } catch (DateTimeParseException withoutZone) {
            return datetime;
        }
    }

    /** Of several days in a row the one under 发布 or 公开; all of them where the head of the table does not tell. */
    private Optional<DateReading> several(List<DateReading> alone, Element link) {
        List<LocalDate> days = alone.stream()
                .filter(DateReading::certain)
                .map(DateReading::latest)
                .distinct()
                .toList();
        if (days.size() < 2) {
            return Optional.empty();
        }
        Element row = link.closest("tr");
        Element table = link.closest("table");
        Element head = table == null ? null : table.selectFirst("tr");
        for (int at = 0; row != null && head != null && at < Math.min(head.childrenSize(), row.childrenSize()); at++) {
            Optional<DateReading> day = dates.alone(row.child(at).text());
            if (day.isPresent() && PUBLISHED.matcher(head.child(at).text()).find()) {
                return day;
            }
        }
        String print = days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
        return Optional.of(new DateReading(days, print));
    }

    /** A date that is only seen when the mouse rests on the link: {@code 标题：… 发布时间：2021-11-05}. */
    private Optional<DateReading> hinted(Element link) {
        Matcher hint = HINT.matcher(link.attr("title"));
        List<DateReading> found = hint.matches() ? dates.in(hint.group(2)) : List.of();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Optional<DateReading> tail(String text) {
        Matcher matcher = Pattern.compile(".{4,}?[\\s(（\\[【]([^\\s(（\\[【]*?\\d[^(（\\[【]*)$")
                .matcher(text.strip());
        return matcher.matches() ? dates.alone(matcher.group(1)) : Optional.empty();
    }

    /** A date among other remarks (来源, 浏览次数); only when it is the only one and nothing says that it is a clock or a deadline. */
    private Optional<DateReading> inRemarks(Element link, Element row) {
        String remarks = row.text().replace(link.text(), " ");
        boolean other = remarks.matches("(?i).*(今天|现在|当前|欢迎|版权|copyright|©|有效期|截止|截至|至今|开始|结束|有效).*");
        List<DateReading> found = dates.in(remarks);
        boolean one = found.size() == 1 && Titles.normal(link.text()).length() >= TITLE && remarks.length() < 200;
        return one && !other ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private String title(Element link) {
        Matcher hint = HINT.matcher(link.attr("title"));
        String attribute = (hint.matches() ? hint.group(1) : link.attr("title")).strip();
        Element heading = link.selectFirst("h1, h2, h3, h4, h5, .title, .tit, .bt");
        String shown = heading == null ? ownWords(link) : heading.text();
        return attribute.length() > shown.length()
                        && !attribute.contains("\n")
                        && dates.in(attribute).size() <= dates.in(shown).size()
                ? attribute
                : shown;
    }

    private String ownWords(Element link) {
        String text = link.text().strip();
        for (Element part : link.getAllElements()) {
            if (part != link
                    && (part.normalName().equals("time")
                            || dates.alone(part.text()).isPresent()
                            || dates.alone(Rows.spaced(part)).isPresent())) {
                text = text.replace(part.text(), "").strip();
            }
        }
        Optional<DateReading> tail = tail(text);
        return tail.isPresent()
                ? text.replaceAll("[\\s(（\\[【]+[^\\s(（\\[【]*?\\d[^(（\\[【]*$", "")
                        .strip()
                : text;
    }

    private static Item better(Item one, Item other) {
        String title = other.title().length() > one.title().length() ? other.title() : one.title();
        return new Item(title, one.url(), one.date().isPresent() ? one.date() : other.date());
    }
}
