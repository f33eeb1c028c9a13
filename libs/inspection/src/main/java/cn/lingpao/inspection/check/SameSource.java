package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.ChinaDates;
import cn.lingpao.inspection.reading.DateReading;
import cn.lingpao.inspection.reading.Item;
import cn.lingpao.inspection.reading.Titles;
import cn.lingpao.inspection.site.Column;
import cn.lingpao.inspection.site.NewestItems;
import cn.lingpao.inspection.site.Site;
import cn.lingpao.inspection.site.View;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The latest items of this channel appear on the target's other channels: 数据同源. */
final class SameSource implements HomePageCheck {

    private static final int QUOTED = 3;

    @Override
    public String id() {
        return "same-source";
    }

    @Override
    public String citation() {
        return "《2021 数字政府服务能力评估指标》“数据同源”；" + Citations.GUIDELINES + "“集约共享”";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("items", "10", "found", "8", "days-apart", "1");
    }

    @Override
    public Finding decide(Inspection inspection, View home) {
        List<Inspection> others =
                inspection.others().stream().filter(SameSource::isWeb).toList();
        if (others.isEmpty()) {
            return Finding.undetermined(
                    Cause.NOT_TRIED, "the target has no second web channel to compare", home.evidence());
        }
        int count = inspection.parameters().number(this, "items");
        List<Item> latest =
                NewestItems.of(inspection.site()).stream().limit(count).toList();
        Findings findings = new Findings();
        others.forEach(other -> findings.add(other.subject().channelId(), compare(inspection, latest, other)));
        return findings.together();
    }

    private static boolean isWeb(Inspection other) {
        return String.valueOf(other.subject().url().getScheme()).matches("(?i)https?")
                && (!other.subject().channelKind().matches("(?i).*(app|ios|android|wechat|alipay|mini|hotline).*")
                        || other.subject().channelKind().matches("(?i).*(h5|web).*"));
    }

    private Finding compare(Inspection inspection, List<Item> latest, Inspection other) {
        Site site = other.site();
        View home = site.home();
        if (!home.seen()) {
            return HomePageCheck.unseen(home);
        }
        int needed = inspection.parameters().number(this, "found");
        int apart = inspection.parameters().number(this, "days-apart");
        List<Item> there = items(site);
        List<Item> missing = latest.stream()
                .filter(item -> there.stream().noneMatch(with -> isSame(item, with, apart)))
                .toList();
        int found = latest.size() - missing.size();
        String reading = found + " of the latest " + latest.size() + " found"
                + (missing.isEmpty() ? "" : ", without " + quoted(missing));
        List<String> evidence = new ArrayList<>(home.evidence());
        evidence.addAll(inspection.site().home().evidence());
        site.columns().forEach(column -> evidence.addAll(column.view().evidence()));
        if (found >= needed) {
            return Finding.met(reading, evidence);
        }
        return shortfall(inspection, latest, missing, site, reading, evidence);
    }

    private Finding shortfall(
            Inspection inspection,
            List<Item> latest,
            List<Item> missing,
            Site site,
            String reading,
            List<String> evidence) {
        if (latest.size() < inspection.parameters().number(this, "items")) {
            return Finding.undetermined(Cause.PARSE, "too few dated items: " + reading, evidence);
        }
        for (Column column : site.columns()) {
            if (column.unread() != null) {
                return Finding.undetermined(column.unread(), column.label() + " not read; " + reading, evidence);
            }
        }
        long proven =
                missing.stream().filter(item -> isProvenMissing(site, item)).count();
        int needed = inspection.parameters().number(this, "found");
        return latest.size() - proven < needed
                ? Finding.notMet(reading, evidence)
                : Finding.undetermined(Cause.PARSE, "the lists do not reach back far enough: " + reading, evidence);
    }

    /** Everything that the other site lists, with the days that its addresses tell. */
    private static List<Item> items(Site site) {
        ChinaDates dates = new ChinaDates(site.today());
        return Stream.concat(
                        site.homeItems().stream(), site.columns().stream().flatMap(column -> column.items().stream()))
                .map(item -> new Item(item.title(), item.url(), dates.of(item)))
                .toList();
    }

    /** Whether the item cannot stand on a later page of a list: every dated list there shows days before it. */
    private static boolean isProvenMissing(Site site, Item item) {
        LocalDate day = item.date().orElseThrow().latest();
        List<Column> dated = site.columns().stream()
                .filter(column ->
                        column.items().stream().anyMatch(each -> each.date().isPresent()))
                .toList();
        boolean undated =
                items(site).stream().anyMatch(each -> each.date().isEmpty() && Titles.same(each.title(), item.title()));
        boolean altered = items(site).stream()
                .anyMatch(each -> !Titles.same(each.title(), item.title())
                        && Titles.within(each.title(), item.title())
                        && each.date().filter(date -> isNear(date, day)).isPresent());
        return !undated
                && !altered
                && !dated.isEmpty()
                && dated.stream().allMatch(column -> column.items().stream()
                        .flatMap(each -> each.date().stream())
                        .anyMatch(date -> date.always(each -> each.isBefore(day.minusDays(1)))));
    }

    private static boolean isSame(Item one, Item other, int apart) {
        return Titles.same(one.title(), other.title())
                && other.date()
                        .filter(date -> isNear(one.date().orElseThrow(), date, apart))
                        .isPresent();
    }

    private static boolean isNear(DateReading date, LocalDate day) {
        return date.days().stream().anyMatch(each -> Math.abs(ChronoUnit.DAYS.between(each, day)) <= 1);
    }

    private static boolean isNear(DateReading one, DateReading other, int apart) {
        LocalDate day = one.latest();
        return other.days().stream()
                .anyMatch(each -> !each.isBefore(day.minusDays(apart)) && !each.isAfter(day.plusDays(apart)));
    }

    private static String quoted(List<Item> missing) {
        return String.join(
                ", ",
                missing.stream()
                        .limit(QUOTED)
                        .map(item -> "\"" + item.title() + "\"")
                        .toList());
    }
}
