package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.ColumnKind;
import cn.lingpao.inspection.reading.Links;
import cn.lingpao.inspection.reading.MetaTags;
import cn.lingpao.inspection.reading.Placeholders;
import cn.lingpao.inspection.site.Column;
import cn.lingpao.inspection.site.Site;
import cn.lingpao.inspection.site.View;
import cn.lingpao.inspection.web.WebAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The home page, every column found and articles of each carry their meta tags, filled in. */
final class PageMetaTags implements Check {

    @Override
    public String id() {
        return "meta-tags";
    }

    @Override
    public String citation() {
        return Citations.GUIDELINES + "附件“网页标签规范”";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("articles", "5");
    }

    @Override
    public Finding decide(Inspection inspection) {
        Site site = inspection.site();
        View home = site.home();
        if (!home.hasDocument()) {
            return HomePageCheck.unseen(home);
        }
        int count = inspection.parameters().number(this, "articles");
        Findings findings = new Findings();
        findings.add("home page", decide(home, List.of(MetaTags.OF_SITE)));
        if (site.columns().isEmpty()) {
            Cause cause = home.mayBeFilled() ? Cause.NEEDS_BROWSER : Cause.NOT_FOUND;
            findings.add("columns", Finding.undetermined(cause, "none was found", home.evidence()));
        }
        for (Column column : site.columns()) {
            boolean services = column.kind() == ColumnKind.SERVICE;
            findings.add("column " + column.label(), decide(column.view(), required(column.view(), services)));
            int articles = services ? 0 : count;
            for (View article : site.articles(column, articles)) {
                findings.add(
                        "article " + article.url(), decide(article, List.of(MetaTags.OF_SITE, MetaTags.OF_ARTICLE)));
            }
        }
        return findings.together();
    }

    /** A list of services is a column where it calls itself one; otherwise a page like any other. */
    private static List<List<String>> required(View page, boolean services) {
        return services && !page.tags().ofColumn()
                ? List.of(MetaTags.OF_SITE)
                : List.of(MetaTags.OF_SITE, MetaTags.OF_COLUMN);
    }

    private static Finding decide(View page, List<List<String>> required) {
        if (!page.hasDocument()) {
            return Finding.undetermined(
                    Objects.requireNonNull(page.cause()), "not seen: " + page.detail(), page.evidence());
        }
        MetaTags tags = page.tags();
        List<String> faults = new ArrayList<>();
        required.forEach(names -> names.forEach(name -> fault(name, tags, page, faults)));
        if (faults.isEmpty()) {
            return Finding.met("all tags", page.evidence());
        }
        String reading = String.join(", ", faults);
        return page.seen()
                ? Finding.notMet(reading, page.evidence())
                : Finding.undetermined(Objects.requireNonNull(page.cause()), reading, page.evidence());
    }

    private static void fault(String name, MetaTags tags, View page, List<String> faults) {
        String value = tags.value(name).orElse("");
        if (!tags.has(name)) {
            faults.add(name + " missing");
        } else if (value.isBlank()) {
            faults.add(name + " empty");
        } else if (Placeholders.in(value, page.document())) {
            faults.add(name + " is a placeholder \"" + value + "\"");
        } else if (name.equals("PubDate") && !value.matches(".*\\d.*")) {
            faults.add("PubDate \"" + value + "\" is no time");
        } else if (name.equals("SiteDomain") && !isHost(value, page.url())) {
            faults.add(
                    "SiteDomain \"" + value + "\" is not the host " + page.url().getHost());
        }
    }

    private static boolean isHost(String domain, URI page) {
        String host = domain.replaceFirst(":\\d{1,5}$", "").replaceFirst("(?i)^www\\.", "");
        boolean bare = host.matches("[^/:?#\\s]+|\\[[0-9a-fA-F:.]+\\]");
        return bare
                && WebAddress.of("http://" + host)
                        .filter(url -> Links.bareHost(url).equals(Links.bareHost(page)))
                        .isPresent();
    }
}
