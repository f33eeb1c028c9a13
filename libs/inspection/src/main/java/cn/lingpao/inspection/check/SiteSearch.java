package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Verdict;
import cn.lingpao.inspection.browser.Browser;
import cn.lingpao.inspection.browser.Rendering;
import cn.lingpao.inspection.reading.Article;
import cn.lingpao.inspection.reading.Item;
import cn.lingpao.inspection.reading.SearchForm;
import cn.lingpao.inspection.reading.SearchHits;
import cn.lingpao.inspection.site.NewestItems;
import cn.lingpao.inspection.site.Site;
import cn.lingpao.inspection.site.View;
import cn.lingpao.inspection.web.Answers;
import cn.lingpao.inspection.web.Capture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Capture capture = send(inspection, form, asked);
        String told = "asked for \"" + asked + "\" at " + form.action() + (form.post() ? " by POST" : "");
        if (capture.cause() == Cause.NOT_FOUND) {
            return Finding.notMet(told + ": " + capture.status(), List.of(capture.evidence()));
        }
        if (!capture.seen()) {
            return Finding.undetermined(capture.cause(), told + ": " + capture.detail(), List.of(capture.evidence()));
        }
        SearchAnswer answer = SearchAnswer.of(capture, inspection.web());
        List<String> evidence = answer.evidence();
        if (answer.lists(asked, newest, title)) {
            return control(inspection, form, title, newest)
                    ? Finding.undetermined(Cause.PARSE, told + ": listed, but so it is for nonsense", evidence)
                    : Finding.met(told + ": lists " + newest.url(), evidence);
        }
        if (!form.post() && capture.url().getRawQuery() == null) {
            return Finding.undetermined(
                    Cause.REDIRECT, told + ": sent on to " + capture.url() + " without the question", evidence);
        }
        return rendered(inspection, form, asked, title, newest)
                .map(found -> Finding.met(
                        told + ": the browser shows " + newest.url(),
                        Stream.concat(evidence.stream(), found.stream()).toList()))
                .orElseGet(() -> unlisted(form, answer, told, title, newest));
    }

    private static Finding unlisted(SearchForm form, SearchAnswer answer, String told, String title, Item newest) {
        Capture unseen = answer.unseen();
        if (unseen != null) {
            return Finding.undetermined(
                    Objects.requireNonNull(unseen.cause()), told + ": " + unseen.detail(), answer.evidence());
        }
        if (answer.asksFirst()) {
            return Finding.undetermined(Cause.CAPTCHA, told + ": a captcha or a pause is asked for", answer.evidence());
        }
        return answer.mayBeFilled() || answer.isData() || form.scripted()
                ? Finding.undetermined(Cause.NEEDS_BROWSER, told + ": a script shows the results", answer.evidence())
                : Finding.notMet(told + ": does not list \"" + title + "\" " + newest.url(), answer.evidence());
    }

    private static Capture send(Inspection inspection, SearchForm form, String asked) {
        return form.post()
                ? inspection.web().post(form.action(), form.sent(asked), form.charset())
                : inspection.web().get(form.address(asked));
    }

    private static boolean control(Inspection inspection, SearchForm form, String title, Item newest) {
        Capture answer = send(inspection, form, NONSENSE);
        return answer.seen() && SearchAnswer.of(answer, inspection.web()).lists(NONSENSE, newest, title);
    }

    /** Evidence of what a browser lists for the question and not for nonsense. */
    private static Optional<List<String>> rendered(
            Inspection inspection, SearchForm form, String asked, String title, Item newest) {
        if (form.post() || inspection.browser().isEmpty()) {
            return Optional.empty();
        }
        Browser browser = inspection.browser().get();
        Rendering rendering = browser.render(form.address(asked));
        return lists(rendering, title, newest) && !lists(browser.render(form.address(NONSENSE)), title, newest)
                ? Optional.of(rendering.evidence())
                : Optional.empty();
    }

    private static boolean lists(Rendering rendering, String title, Item newest) {
        Document page = Jsoup.parse(rendering.html(), rendering.url().toString());
        return rendering.seen() && SearchHits.lists(page, newest.url(), title);
    }
}
