package cn.lingpao.inspection.site;

import cn.lingpao.inspection.reading.ColumnKind;
import cn.lingpao.inspection.reading.GuideReading;
import cn.lingpao.inspection.reading.Item;
import cn.lingpao.inspection.reading.ItemLists;
import cn.lingpao.inspection.reading.Letters;
import cn.lingpao.inspection.reading.Links;
import cn.lingpao.inspection.reading.Regions;
import cn.lingpao.inspection.reading.Titles;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** Finds service guides from the service pages of the navigation: lists, lists of lists, and at their end the guides. */
public final class GuidePages {

    private static final int TITLE = 4;
    private static final int VISITS = 25;
    private static final int DEEP = 3;
    private static final Pattern GUIDE = Pattern.compile("(办事|服务|办理|申报|申请)指南");
    private static final Pattern DISCLOSURE = Pattern.compile("(信息公开|申请公开)");

    private final Site site;
    private final int count;
    private final List<View> guides = new ArrayList<>();
    private final List<View> doubtful = new ArrayList<>();
    private final Set<URI> visited = new HashSet<>();

    /** @param count how many guides are sampled */
    public GuidePages(Site site, int count) {
        this.site = site;
        this.count = count;
    }

    /**
     * What was found.
     *
     * @param guides pages with a label of a guide
     * @param doubtful pages on the way that could not be seen, or that a script fills, or that show no label
     */
    public record Sample(List<View> guides, List<View> doubtful) {}

    private record Step(View view, int depth) {}

    /** Walks until enough guides are found or nothing is left that leads to one. */
    public Sample find() {
        Deque<Step> steps = new ArrayDeque<>();
        site.ways(ColumnKind.SERVICE).forEach(way -> steps.add(new Step(way, 0)));
        while (!steps.isEmpty() && guides.size() < count && visited.size() < VISITS) {
            Step step = steps.poll();
            if (!visited.add(step.view().url())) {
                continue;
            }
            if (isGuide(step.view(), step.depth())) {
                guides.add(step.view());
            } else {
                onward(step, steps);
            }
        }
        return new Sample(List.copyOf(guides), List.copyOf(doubtful));
    }

    private void onward(Step step, Deque<Step> steps) {
        List<URI> links = step.view().parts().stream()
                .flatMap(part -> links(part).stream())
                .distinct()
                .toList();
        if (!step.view().seen() || links.isEmpty()) {
            doubtful.add(step.view());
        }
        if (step.depth() < DEEP) {
            links.stream()
                    .filter(url -> !visited.contains(url))
                    .limit(count * 2L)
                    .forEach(url -> steps.add(new Step(site.view(url), step.depth() + 1)));
        }
    }

    /**
     * Place, hours and telephone alone stand on pages of any kind (a service centre, a hospital); they make a guide of a page
     * only where it calls itself one.
     */
    private static boolean isGuide(View view, int depth) {
        if (!view.seen() || isOf(view, DISCLOSURE)) {
            return false;
        }
        return view.parts().stream().map(GuideReading::of).anyMatch(reading -> {
            boolean named = reading.tellsService() || depth > 0 && isOf(view, GUIDE);
            return named && reading.labelled().size() >= (depth == 0 ? 2 : 1);
        });
    }

    private static boolean isOf(View view, Pattern words) {
        Document page = view.document();
        return words.matcher(Letters.simple(
                        page.title() + " " + page.select("h1, h2").text()))
                .find();
    }

    private List<URI> links(Document page) {
        List<URI> items =
                new ItemLists(site.today()).in(page).stream().map(Item::url).toList();
        List<URI> others = Regions.main(page).select("a[href]").stream()
                .filter(link -> Titles.normal(link.text()).length() >= TITLE)
                .flatMap(link -> Links.target(link).stream())
                .toList();
        List<URI> all = new ArrayList<>(items);
        all.addAll(others);
        return all.stream()
                .filter(url -> Links.sameSite(site.home().url(), url) && !Links.looksLikeFile(url))
                .filter(url -> !Links.samePage(url, site.home().url()))
                .distinct()
                .toList();
    }
}
