package cn.lingpao.inspection.site;

import cn.lingpao.inspection.reading.ChinaDates;
import cn.lingpao.inspection.reading.DateReading;
import cn.lingpao.inspection.reading.Item;
import cn.lingpao.inspection.reading.Links;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The items of a site with a certain date, newest first. */
public final class NewestItems {

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
        return items.values().stream()
                .sorted(Comparator.comparing(NewestItems::day).reversed())
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
