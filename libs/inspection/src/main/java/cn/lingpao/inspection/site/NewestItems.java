package cn.lingpao.inspection.site;

import cn.lingpao.inspection.reading.Article;
import cn.lingpao.inspection.reading.ChinaDates;
import cn.lingpao.inspection.reading.ColumnKind;
import cn.lingpao.inspection.reading.DateReading;
import cn.lingpao.inspection.reading.Item;
import cn.lingpao.inspection.reading.Links;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The items of a site with a certain date, newest first. */
public final class NewestItems {

    private static final int OPENED = 5;

    private NewestItems() {}

    /** Items of the home page and of all columns that are pages of the site, each with its day; none of the future. */
    public static List<Item> of(Site site) {
        ChinaDates dates = new ChinaDates(site.today());
        Map<URI, Item> items = new LinkedHashMap<>();
        Stream.concat(site.columns().stream().flatMap(column -> column.items().stream()), site.homeItems().stream())
                .filter(item -> Links.sameSite(site.home().url(), item.url()) && !Links.looksLikeFile(item.url()))
                .map(item -> new Item(item.title(), item.url(), dates.of(item)))
                .filter(item -> isPast(item, site.today()))
                .forEach(item -> items.merge(item.url(), item, NewestItems::longer));
        List<Item> newest = sorted(items.values());
        return newest.isEmpty() ? opened(site, dates) : newest;
    }

    private static List<Item> sorted(Collection<Item> items) {
        return items.stream()
                .sorted(Comparator.comparing(NewestItems::day).reversed())
                .toList();
    }

    /** Where no list tells a day for certain, the first articles of a column do. */
    private static List<Item> opened(Site site, ChinaDates dates) {
        return site.columns().stream()
                .filter(column -> column.kind() == ColumnKind.NEWS || column.kind() == ColumnKind.NOTICE)
                .map(column -> sorted(opened(site, column, dates)))
                .filter(items -> !items.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Item> opened(Site site, Column column, ChinaDates dates) {
        Map<URI, Item> byUrl = new LinkedHashMap<>();
        column.items().forEach(item -> byUrl.put(item.url(), item));
        return site.articles(column, OPENED).stream()
                .filter(View::seen)
                .filter(view -> byUrl.containsKey(view.capture().requested()))
                .map(view -> {
                    Item item = byUrl.get(view.capture().requested());
                    return new Item(item.title(), item.url(), Article.published(view.document(), dates));
                })
                .filter(item -> isPast(item, site.today()))
                .toList();
    }

    private static boolean isPast(Item item, LocalDate today) {
        return item.date()
                .filter(DateReading::certain)
                .filter(date -> !date.latest().isAfter(today))
                .isPresent();
    }

    private static LocalDate day(Item item) {
        return item.date().orElseThrow().latest();
    }

    private static Item longer(Item one, Item other) {
        return one.title().length() >= other.title().length() ? one : other;
    }
}
