package cn.lingpao.inspection.reading;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The ways that a page offers into its site: navigation, names of blocks, and 更多 behind them. */
public final class Menus {

    private static final int NAME = 12;
    private static final String MORE = "更多.*|查看更多|more|全部|进入栏目|进入";
    private static final String BLOCK_NAMES =
            "h1, h2, h3, h4, h5, dt, caption, legend, [class*=tit], [class*=head], [class*=name]";

    private Menus() {}

    /**
     * A way into the site.
     *
     * @param navigation whether it stands in what calls itself navigation
     */
    public record Entry(String name, URI url, boolean navigation) {}

    /** The entries of a page that stay on the site and are no article or file, each address once. */
    public static List<Entry> of(Document page, URI home) {
        Map<URI, Entry> entries = new LinkedHashMap<>();
        Set<Element> navigations = Regions.navigations(page);
        Set<Element> feet = Set.copyOf(Regions.footers(page));
        for (Element link : page.select("a[href], area[href]")) {
            if (!Regions.within(link, feet)) {
                entry(link, home, Regions.within(link, navigations))
                        .ifPresent(entry -> entries.merge(entry.url(), entry, Menus::better));
            }
        }
        return new ArrayList<>(entries.values());
    }

    private static Optional<Entry> entry(Element link, URI home, boolean navigation) {
        Optional<URI> target = Links.target(link)
                .filter(url -> Links.sameSite(home, url))
                .filter(url -> !Links.samePage(home, url))
                .filter(url -> !Links.looksLikeFile(url));
        String name = name(link);
        boolean article = target.isPresent() && Links.looksLikeArticle(target.get()) && !isHeading(link);
        if (target.isEmpty() || name.isEmpty() || name.length() > NAME || article && !navigation) {
            return Optional.empty();
        }
        return Optional.of(new Entry(name, target.get(), navigation));
    }

    private static String name(Element link) {
        String text = Titles.normal(link.text());
        if (text.isEmpty()) {
            text = Titles.normal(
                    link.attr("title") + link.attr("alt") + link.select("img").attr("alt"));
        }
        return text.matches(MORE) ? blockName(link) : text;
    }

    private static boolean isHeading(Element link) {
        return Titles.normal(link.text()).matches(MORE) || link.closest("h1, h2, h3, h4, h5, caption, legend") != null;
    }

    /** What stands over a 更多: the name of its block. */
    private static String blockName(Element more) {
        Element block = more.parent();
        for (int level = 0; level < 4 && block != null; level++, block = block.parent()) {
            for (Element title : block.select(BLOCK_NAMES)) {
                String name = Titles.normal(title.text()).replaceAll("更多|查看更多|more", "");
                if (!name.isEmpty() && name.length() <= NAME) {
                    return name;
                }
            }
            String own = Titles.normal(block.ownText());
            if (own.length() >= 2 && own.length() <= NAME) {
                return own;
            }
        }
        return "";
    }

    private static Entry better(Entry one, Entry other) {
        boolean known = ColumnKind.isKnown(one.name()) || !ColumnKind.isKnown(other.name());
        return new Entry(known ? one.name() : other.name(), one.url(), one.navigation() || other.navigation());
    }
}
