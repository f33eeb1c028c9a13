package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Verdict;
import cn.lingpao.inspection.browser.Rendering;
import cn.lingpao.inspection.reading.Article;
import cn.lingpao.inspection.reading.Item;
import cn.lingpao.inspection.reading.SearchForm;
import cn.lingpao.inspection.reading.SearchHits;
import cn.lingpao.inspection.reading.Titles;
import cn.lingpao.inspection.site.NewestItems;
import cn.lingpao.inspection.site.Site;
import cn.lingpao.inspection.site.View;
import cn.lingpao.inspection.web.Answers;
import cn.lingpao.inspection.web.Capture;
import cn.lingpao.inspection.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The site's search, asked for words of the title of its newest article, lists that article. */
final class SiteSearch implements HomePageCheck {

    private static final String NONSENSE = "qzxwv8712";
    private static final int OPENED = 5;

    @Override
    public String id() {
        return "search";
    }

    @Override
    public String citation() {
        return Citations.GUIDELINES + "“搜索服务”；" + Citations.INDICATORS + "扣分指标“信息搜索”";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("words", "12");
    }

    @Override
    public Finding decide(Inspection inspection, View home) {
        Optional<SearchForm> form = form(inspection.site(), home);
        if (form.isEmpty()) {
            return withoutForm(inspection.site(), home);
        }
        Optional<Item> newest = newest(inspection.site());
        if (newest.isEmpty()) {
            return Finding.undetermined(Cause.NOT_FOUND, "no dated article to search for", home.evidence());
        }
        return search(inspection, form.get(), newest.get());
    }

    /** The newest item that shows itself to be an article; a poll or a topic need not be found by a search. */
    private static Optional<Item> newest(Site site) {
        List<Item> items = NewestItems.of(site);
        return items.stream()
                .limit(OPENED)
                .filter(item -> isArticle(site.view(item.url())))
                .findFirst()
                .or(() -> items.stream().findFirst());
    }

    private static boolean isArticle(View view) {
        return view.seen() && Answers.isArticle(view.document());
    }

    private static Optional<SearchForm> form(Site site, View home) {
        Stream<View> pages = Stream.concat(
                Stream.of(home),
                home.parts().stream()
                        .flatMap(part -> SearchForm.links(part).stream())
                        .limit(2)
                        .map(site::view));
        return pages.filter(View::hasDocument)
                .flatMap(page -> page.parts().stream().flatMap(part -> SearchForm.of(part, page.charset()).stream()))
                .findFirst();
    }

    private static Finding withoutForm(Site site, View home) {
        boolean scripted = home.mayBeFilled() || home.parts().stream().anyMatch(SearchForm::isScripted);
        boolean linked = home.parts().stream()
                .flatMap(part -> SearchForm.links(part).stream())
                .findAny()
                .isPresent();
        if (scripted) {
            return Finding.undetermined(
                    Cause.NEEDS_BROWSER, "no search form in the source; a script may make one", home.evidence());
        }
        return linked
                ? Finding.undetermined(Cause.NOT_FOUND, "the search page has no form", home.evidence())
                : HomePageCheck.fault(
                        List.of(home), "no search on " + site.home().url(), home.evidence());
    }

    private Finding search(Inspection inspection, SearchForm form, Item newest) {
        String title = title(inspection.site(), newest);
        List<Finding> tries = new ArrayList<>();
        for (String asked : SearchHits.words(title, inspection.parameters().number(this, "words"))) {
            Finding answer = ask(inspection, form, asked, title, newest);
            if (answer.verdict() != Verdict.NOT_MET) {
                return answer;
            }
            tries.add(answer);
        }
        return tries.isEmpty()
                ? Finding.undetermined(Cause.PARSE, "no words in the title \"" + title + "\"", List.of())
                : tries.getFirst();
    }

    private static String title(Site site, Item newest) {
        View article = site.view(newest.url());
        return article.hasDocument() ? Article.title(article.document()).orElse(newest.title()) : newest.title();
    }

    private static Finding ask(Inspection inspection, SearchForm form, String asked, String title, Item newest) {
        Capture answer = send(inspection, form, asked);
        List<String> evidence = List.of(answer.evidence());
        String told = "asked for \"" + asked + "\" at " + form.action() + (form.post() ? " by POST" : "");
        if (answer.cause() == Cause.NOT_FOUND) {
            return Finding.notMet(told + ": " + answer.status(), evidence);
        }
        if (!answer.seen()) {
            return Finding.undetermined(answer.cause(), told + ": " + answer.detail(), evidence);
        }
        Page page = Page.of(answer);
        if (lists(page, asked, newest, title)) {
            return control(inspection, form, title, newest)
                    ? Finding.undetermined(Cause.PARSE, told + ": listed, but so it is for nonsense", evidence)
                    : Finding.met(told + ": lists " + newest.url(), evidence);
        }
        if (SearchHits.isData(page.text())) {
            return Finding.undetermined(
                    Cause.NEEDS_BROWSER, told + ": data without the article, which a script shows", evidence);
        }
        if (!form.post() && answer.url().getRawQuery() == null) {
            return Finding.undetermined(
                    Cause.REDIRECT, told + ": sent on to " + answer.url() + " without the question", evidence);
        }
        return rendered(inspection, form, asked, title, newest)
                .map(found -> Finding.met(
                        told + ": the browser shows " + newest.url(),
                        Stream.concat(evidence.stream(), found.stream()).toList()))
                .orElseGet(() -> SearchHits.mayBeFilled(page.document()) || form.scripted()
                        ? Finding.undetermined(Cause.NEEDS_BROWSER, told + ": a script makes the results", evidence)
                        : Finding.notMet(told + ": does not list \"" + title + "\" " + newest.url(), evidence));
    }

    private static Capture send(Inspection inspection, SearchForm form, String asked) {
        return form.post()
                ? inspection.web().post(form.action(), form.sent(asked), form.charset())
                : inspection.web().get(form.address(asked));
    }

    private static boolean control(Inspection inspection, SearchForm form, String title, Item newest) {
        Capture answer = send(inspection, form, NONSENSE);
        return answer.seen() && lists(Page.of(answer), NONSENSE, newest, title);
    }

    /** Data may echo the question; where that is the whole title, they prove nothing. */
    private static boolean lists(Page page, String asked, Item newest, String title) {
        return SearchHits.isData(page.text())
                ? !Titles.normal(asked).equals(Titles.normal(title)) && SearchHits.tells(page.text(), title)
                : SearchHits.lists(page.document(), newest.url(), title);
    }

    private static Optional<List<String>> rendered(
            Inspection inspection, SearchForm form, String asked, String title, Item newest) {
        if (form.post() || inspection.browser().isEmpty()) {
            return Optional.empty();
        }
        Rendering rendering = inspection.browser().get().render(form.address(asked));
        Document page = Jsoup.parse(rendering.html(), rendering.url().toString());
        return rendering.seen() && SearchHits.lists(page, newest.url(), title)
                ? Optional.of(rendering.evidence())
                : Optional.empty();
    }
}
