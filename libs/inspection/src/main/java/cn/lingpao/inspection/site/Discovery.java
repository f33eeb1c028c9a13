package cn.lingpao.inspection.site;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.reading.ColumnKind;
import cn.lingpao.inspection.reading.Emptiness;
import cn.lingpao.inspection.reading.GuideReading;
import cn.lingpao.inspection.reading.Item;
import cn.lingpao.inspection.reading.ItemLists;
import cn.lingpao.inspection.reading.Letters;
import cn.lingpao.inspection.reading.Links;
import cn.lingpao.inspection.reading.Menus;
import cn.lingpao.inspection.reading.Menus.Entry;
import cn.lingpao.inspection.reading.MetaTags;
import cn.lingpao.inspection.reading.OwnList;
import cn.lingpao.inspection.reading.Regions;
import cn.lingpao.inspection.reading.Titles;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Walks from the home page through the navigation to the columns, two levels deep and not further than a limit of pages. */
final class Discovery {

    private static final String NO_COLUMN =
            ".*(登录|注册|无障碍|长者|老年|关怀|english|繁体|繁體|简体|rss|手机版|邮箱|设为首页|收藏|搜索|检索|网站地图|首页|上一页|下一页|末页|尾页|微信|微博|客户端|app)|\\d+|en|more";
    private static final int LIST = 3;
    private static final int PROSE = 600;
    private static final int MANY = 10;
    private static final int GUIDE = 2;
    private static final int WAYS = 8;

    private final Views views;
    private final View home;
    private final LocalDate today;
    private final int limit;
    private final Map<URI, Entry> queue = new LinkedHashMap<>();
    private final Set<URI> visited = new HashSet<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<Entry, View> ways = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    Discovery(Views views, View home, LocalDate today, int limit) {
        this.views = views;
        this.home = home;
        this.today = today;
        this.limit = limit;
    }

    /** Every column found, and every page on the way. */
    Found run() {
        home.parts().forEach(part -> entries(part).forEach(entry -> queue.putIfAbsent(entry.url(), entry)));
        queue.values().forEach(entry -> names.add(Titles.normal(Letters.simple(entry.name()))));
        List<Entry> level = sorted();
        boolean cut = visit(level, true);
        cut |= visit(sorted(), false);
        return new Found(List.copyOf(columns), Collections.unmodifiableMap(ways), cut);
    }

    /**
     * What a walk brought.
     *
     * @param cut whether the limit of pages ended it
     */
    record Found(List<Column> columns, Map<Entry, View> ways, boolean cut) {}

    private List<Entry> sorted() {
        return queue.values().stream()
                .filter(entry -> !visited.contains(entry.url()))
                .sorted(Comparator.comparingInt(Discovery::priority))
                .toList();
    }

    private static int priority(Entry entry) {
        ColumnKind kind = ColumnKind.of(entry.name());
        int known = kind == ColumnKind.OTHER ? 2 : kind == ColumnKind.PROSE ? 4 : 0;
        return known + (entry.navigation() ? 0 : 1);
    }

    private boolean visit(List<Entry> entries, boolean further) {
        for (Entry entry : entries) {
            if (visited.size() >= limit) {
                return true;
            }
            visited.add(entry.url());
            View view = views.at(entry.url());
            ways.put(entry, view);
            column(entry, view).ifPresent(this::add);
            if (further && view.hasDocument()) {
                view.parts().forEach(this::queueKnown);
            }
        }
        return false;
    }

    private void add(Column column) {
        boolean known = columns.stream().anyMatch(other -> Links.samePage(other.url(), column.url()))
                || Links.samePage(home.url(), column.url());
        if (!known) {
            columns.add(column);
        }
    }

    private void queueKnown(Document page) {
        entries(page).stream()
                .filter(entry -> ColumnKind.of(entry.name()) != ColumnKind.PROSE)
                .filter(entry -> ColumnKind.of(entry.name()) != ColumnKind.OTHER)
                .forEach(entry -> queue.putIfAbsent(entry.url(), entry));
    }

    private List<Entry> entries(Document page) {
        Set<URI> items = new HashSet<>();
        new ItemLists(today)
                .in(page).stream().filter(item -> item.date().isPresent()).forEach(item -> items.add(item.url()));
        return Menus.of(page, home.url()).stream()
                .filter(entry -> !items.contains(entry.url()))
                .filter(entry -> !Letters.simple(entry.name()).matches(NO_COLUMN))
                .filter(entry -> Links.sameHost(home.url(), entry.url()) || isElsewhere(ColumnKind.of(entry.name())))
                .toList();
    }

    /** Services and their evaluation have hosts of their own; what others publish there is not this channel's. */
    private static boolean isElsewhere(ColumnKind kind) {
        return kind == ColumnKind.SERVICE || kind == ColumnKind.EVALUATION;
    }

    private Optional<Column> column(Entry entry, View page) {
        View view = own(entry.name(), page);
        ColumnKind kind = kind(entry.name(), view);
        boolean due = kind == ColumnKind.NEWS || kind == ColumnKind.NOTICE;
        if (kind == ColumnKind.PROSE || kind == ColumnKind.EVALUATION || isArticle(view)) {
            return Optional.empty();
        }
        List<Item> items = items(view);
        if (isGuide(view, kind, items)) {
            return Optional.empty();
        }
        Cause unread = unread(view, items, due);
        if (unread != null) {
            boolean tagged = kind != ColumnKind.SERVICE
                    && view.hasDocument()
                    && MetaTags.of(view.document()).ofColumn();
            return due || tagged
                    ? Optional.of(new Column(entry.name(), kind, page, List.of(), unread))
                    : Optional.empty();
        }
        if (isList(items, view)) {
            return Optional.of(new Column(entry.name(), kind, page, items, null));
        }
        return items.isEmpty() && isEmpty(view, due)
                ? Optional.of(new Column(entry.name(), kind, page, items, null))
                : due && items.isEmpty() && !isHub(view)
                        ? Optional.of(new Column(entry.name(), kind, page, items, Cause.PARSE))
                        : Optional.empty();
    }

    private @Nullable Cause unread(View view, List<Item> items, boolean due) {
        if (!view.seen()) {
            return view.cause();
        }
        View.Hidden hidden = view.hidden();
        if (items.isEmpty() && hidden != null) {
            return hidden.cause();
        }
        return items.isEmpty() && view.mayBeFilled() && (mayHold(view, due) || says(view)) ? Cause.NEEDS_BROWSER : null;
    }

    private static boolean mayHold(View view, boolean due) {
        return view.parts().stream()
                .anyMatch(part -> Emptiness.hasBlankList(part)
                        || !Emptiness.isProse(part)
                                && (due || Regions.main(part).select("a[href]").isEmpty()));
    }

    private View own(String name, View view) {
        Set<String> own = new HashSet<>(Set.of(Titles.normal(Letters.simple(name))));
        view.parts().stream()
                .flatMap(part -> MetaTags.of(part).value("ColumnName").stream())
                .forEach(tag -> own.add(Titles.normal(Letters.simple(tag))));
        OwnList list = new OwnList(names, today);
        return view.with(view.parts().stream().map(part -> list.of(part, own)).toList());
    }

    private List<Item> items(View view) {
        return view.parts().stream()
                .flatMap(part -> new ItemLists(today).in(part).stream())
                .distinct()
                .toList();
    }

    private static boolean isArticle(View view) {
        return view.hasDocument() && MetaTags.of(view.document()).ofArticle();
    }

    /** A guide tells the elements of one service; no list is to be expected there. */
    private static boolean isGuide(View view, ColumnKind kind, List<Item> items) {
        boolean mayBe = items.isEmpty() || kind == ColumnKind.SERVICE;
        return mayBe
                && view.parts().stream()
                        .anyMatch(part -> GuideReading.of(part).labelled().size() >= GUIDE);
    }

    private static boolean isList(List<Item> items, View view) {
        boolean dated = items.stream().anyMatch(item -> item.date().isPresent());
        int words = view.document().body().text().length()
                - view.document().select("a").text().length();
        boolean prose = words > PROSE && items.size() < LIST + 2;
        return (dated || items.size() >= LIST) && !prose;
    }

    private static boolean isEmpty(View view, boolean due) {
        Document page = view.document();
        boolean prose = view.parts().stream().anyMatch(part -> Emptiness.isProse(part) || Emptiness.speaks(part));
        boolean meant = due || MetaTags.of(page).ofColumn();
        int links = Regions.main(page).select("a[href]").size();
        boolean blank =
                links == 0 || Emptiness.hasBlankList(page) && Emptiness.titles(page) < LIST && (due || links < LIST);
        return !prose && !Emptiness.hasRows(page) && (says(view) && (meant || links < MANY) || meant && blank);
    }

    private static boolean says(View view) {
        return view.parts().stream().anyMatch(part -> !Emptiness.says(part).isEmpty());
    }

    /** A page of ways onward, or of prose: no list to be read. */
    private static boolean isHub(View view) {
        return view.parts().stream().anyMatch(part -> Emptiness.isProse(part) || ways(part, view.url()) > WAYS);
    }

    /** The navigation stands on every page and leads on from none of them in particular. */
    private static long ways(Document page, URI address) {
        return Menus.of(page, address).stream()
                .filter(entry -> !entry.navigation())
                .count();
    }

    private static ColumnKind kind(String name, View view) {
        ColumnKind byName = ColumnKind.of(name);
        if (byName != ColumnKind.OTHER || !view.hasDocument()) {
            return byName;
        }
        MetaTags tags = MetaTags.of(view.document());
        ColumnKind own = ColumnKind.of(tags.value("ColumnName").orElse(""));
        return own == ColumnKind.OTHER ? ColumnKind.of(tags.value("ColumnType").orElse("")) : own;
    }
}
