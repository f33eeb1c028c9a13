package cn.lingpao.inspection.site;

import cn.lingpao.inspection.browser.Browser;
import cn.lingpao.inspection.reading.ColumnKind;
import cn.lingpao.inspection.reading.Item;
import cn.lingpao.inspection.reading.ItemLists;
import cn.lingpao.inspection.reading.Links;
import cn.lingpao.inspection.web.Capture;
import cn.lingpao.inspection.web.OtherScheme;
import cn.lingpao.inspection.web.Web;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of a channel, fetched once for all checks. */
public final class Site {

    private final URI url;
    private final Views views;
    private final LocalDate today;
    private final int limit;
    private Discovery.@Nullable Found found;
    private @Nullable View home;

    /**
     * @param today the China date of the visit
     * @param limit how many pages the search for columns may visit
     * @param renderAll whether a browser, where there is one, looks at the first page and at all that scripts have a hand in
     */
    public Site(URI url, Web web, Optional<Browser> browser, LocalDate today, int limit, boolean renderAll) {
        this.url = url;
        this.views = new Views(web, browser, renderAll);
        this.today = today;
        this.limit = limit;
    }

    /** The home page, as given or, where that does not answer, over the other of http and https. */
    public synchronized View home() {
        View known = home;
        if (known == null) {
            known = findHome();
            home = known;
        }
        return known;
    }

    private View findHome() {
        View given = views.at(url).asHome();
        return given.seen()
                ? given
                : OtherScheme.of(given.capture())
                        .map(views::at)
                        .map(View::asHome)
                        .filter(View::seen)
                        .orElse(given);
    }

    /** Any page. */
    public View view(URI address) {
        return views.at(address);
    }

    /** The answer of any address, page or not, as it came. */
    public Capture capture(URI address) {
        return views.capture(address);
    }

    /** The China date of the visit. */
    public LocalDate today() {
        return today;
    }

    /** The items of the home page with its frames, in its order. */
    public List<Item> homeItems() {
        return items(home());
    }

    /** The items of a page with its frames, in its order. */
    public List<Item> items(View view) {
        return view.parts().stream()
                .flatMap(part -> new ItemLists(today).in(part).stream())
                .distinct()
                .toList();
    }

    /** The columns found; none when the home page could not be seen. */
    public List<Column> columns() {
        return found().columns();
    }

    /** The columns of a kind. */
    public List<Column> columns(ColumnKind kind) {
        return columns().stream().filter(column -> column.kind() == kind).toList();
    }

    /** Whether the search for columns ended at its limit of pages. */
    public boolean isCut() {
        return found().cut();
    }

    /** The pages of the navigation whose name tells this kind. */
    public List<View> ways(ColumnKind kind) {
        return found().ways().entrySet().stream()
                .filter(way -> ColumnKind.of(way.getKey().name()) == kind || isCalled(way.getValue(), kind))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** 好差评 is reached by many names; its page has its own. */
    private static boolean isCalled(View page, ColumnKind kind) {
        return kind == ColumnKind.EVALUATION
                && page.hasDocument()
                && (page.document().title() + page.document().select("h1").text()).contains("好差评");
    }

    /** The first articles of a column that are pages of this site. */
    public List<View> articles(Column column, int count) {
        return column.items().stream()
                .map(Item::url)
                .filter(address -> Links.sameHost(home().url(), address) && !Links.looksLikeFile(address))
                .distinct()
                .limit(count)
                .map(views::at)
                .toList();
    }

    private synchronized Discovery.Found found() {
        Discovery.Found result = found;
        if (result == null) {
            result = home().hasDocument()
                    ? new Discovery(views, home(), today, limit).run()
                    : new Discovery.Found(List.of(), Map.of(), false);
            found = result;
        }
        return result;
    }
}
