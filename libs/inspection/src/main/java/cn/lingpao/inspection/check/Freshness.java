package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.Article;
import cn.lingpao.inspection.reading.ChinaDates;
import cn.lingpao.inspection.reading.DateReading;
import cn.lingpao.inspection.reading.Item;
import cn.lingpao.inspection.reading.Links;
import cn.lingpao.inspection.site.Site;
import cn.lingpao.inspection.site.View;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a list has an item of a day that is late enough; what reads two ways, or lies in the future, proves nothing. */
final class Freshness {

    private static final int OPENED = 5;
    private static final int YEARLESS = 15;

    private final Site site;
    private final LocalDate oldest;
    private final LocalDate today;
    private final ChinaDates dates;
    private final List<String> evidence = new ArrayList<>();

    /** @param oldest the first day that still counts as fresh */
    Freshness(Site site, LocalDate oldest) {
        this.site = site;
        this.oldest = oldest;
        this.today = site.today();
        this.dates = new ChinaDates(today);
    }

    /** Decides about the items of one page. */
    Finding of(List<Item> items, View page) {
        evidence.clear();
        evidence.addAll(page.evidence());
        List<Dated> dated = dated(items);
        Optional<LocalDate> newest = dated.stream()
                .filter(item -> item.reading().certain())
                .map(item -> item.reading().latest())
                .filter(day -> !day.isAfter(today))
                .max(Comparator.naturalOrder());
        if (newest.filter(this::isFresh).isPresent()) {
            return Finding.met("newest item " + newest.get() + ", on or after " + oldest, evidence);
        }
        Optional<Dated> doubtful = dated.stream()
                .filter(item -> !item.reading().always(day -> day.isBefore(oldest)))
                .findFirst();
        if (doubtful.isPresent()) {
            return Finding.undetermined(Cause.AMBIGUOUS_DATE, doubt(doubtful.get(), newest), evidence);
        }
        if (dated.isEmpty() || page.awaitsList()) {
            Cause cause = page.mayBeFilled() ? Cause.NEEDS_BROWSER : Cause.PARSE;
            return Finding.undetermined(cause, "no list of dated items to be read on " + page.url(), evidence);
        }
        if (isRising(dated) && goesOn(page)) {
            return Finding.undetermined(
                    Cause.PARSE, "the list begins with its oldest item and goes on over further pages", evidence);
        }
        Dated last = dated.stream()
                .max(Comparator.comparing(item -> item.reading().latest()))
                .orElseThrow();
        return HomePageCheck.fault(
                List.of(page),
                "newest of " + dated.size() + " dated items is of "
                        + last.reading().print() + " (" + last.item().title() + "), before " + oldest,
                evidence);
    }

    private static boolean isRising(List<Dated> dated) {
        List<LocalDate> days =
                dated.stream().map(item -> item.reading().latest()).toList();
        return days.size() > 2
                && days.getFirst().isBefore(days.getLast())
                && days.equals(days.stream().sorted().toList());
    }

    private static boolean goesOn(View page) {
        return page.parts().stream().flatMap(part -> part.select("a").stream()).anyMatch(link -> link.text()
                .matches("(?i)\\W*(下一?页|尾页|末页|最后一页|next)\\W*"));
    }

    private record Dated(Item item, DateReading reading) {}

    private boolean isFresh(LocalDate day) {
        return !day.isBefore(oldest);
    }

    private String doubt(Dated item, Optional<LocalDate> newest) {
        String certain = newest.map(day -> "; newest certain date " + day).orElse("");
        boolean future = item.reading().always(day -> day.isAfter(today));
        return "\"" + item.reading().print() + "\" "
                + (future ? "is in the future" : "reads as " + item.reading().days()) + " ("
                + item.item().title() + ")" + certain;
    }

    /** The items with their dates; where the list prints none, the days that its first articles name. */
    private List<Dated> dated(List<Item> items) {
        List<Dated> printed = new ArrayList<>();
        int opened = 0;
        for (Item item : items) {
            if (item.date().isPresent()) {
                DateReading reading = dates.of(item).orElseThrow();
                boolean open = reading.lacksYear() && isFresh(reading.latest()) && opened < YEARLESS;
                opened += open ? 1 : 0;
                printed.add(new Dated(
                        item, open ? byArticle(item).map(reading::agreeing).orElse(reading) : reading));
            }
        }
        return printed.isEmpty() ? fromArticles(items) : printed;
    }

    private List<Dated> fromArticles(List<Item> items) {
        List<Dated> dated = new ArrayList<>();
        int opened = 0;
        for (Item item : items) {
            Optional<DateReading> reading = opened++ < OPENED
                    ? byArticle(item)
                    : dates.ofAddress(item.url().getPath());
            if (reading.isEmpty()) {
                dated.add(new Dated(item, new DateReading(List.of(LocalDate.MIN, today), "no date")));
            } else {
                dated.add(new Dated(item, reading.get()));
            }
        }
        boolean none = dated.stream().noneMatch(item -> item.reading().certain());
        return none ? List.of() : dated;
    }

    private Optional<DateReading> byArticle(Item item) {
        URI url = item.url();
        if (!Links.sameSite(site.home().url(), url) || Links.looksLikeFile(url)) {
            return Optional.empty();
        }
        View article = site.view(url);
        evidence.addAll(article.evidence());
        return article.seen()
                ? Article.published(article.document(), dates).filter(DateReading::certain)
                : Optional.empty();
    }
}
