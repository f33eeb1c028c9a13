package cn.lingpao.inspection.check;

import cn.lingpao.inspection.reading.Item;
import cn.lingpao.inspection.reading.Links;
import cn.lingpao.inspection.reading.SearchHits;
import cn.lingpao.inspection.reading.Titles;
import cn.lingpao.inspection.web.Capture;
import cn.lingpao.inspection.web.Page;
import cn.lingpao.inspection.web.Web;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search answers: its page with the frames of its site, or data for a script.
 *
 * @param pages the page first, then the frames that were seen
 * @param unseen a frame that was not; null when all were
 * @param evidence SHA-256 of all of it
 */
record SearchAnswer(List<Page> pages, @Nullable Capture unseen, List<String> evidence) {

    private static final int FRAMES = 3;

    /** Reads an answer that was seen. */
    static SearchAnswer of(Capture answer, Web web) {
        Page page = Page.of(answer);
        List<Page> pages = new ArrayList<>(List.of(page));
        List<String> evidence = new ArrayList<>(List.of(answer.evidence()));
        List<Capture> frames = page.document().select("iframe[src], frame[src]").stream()
                .flatMap(frame -> Links.target(frame, "src").stream())
                .filter(url -> Links.sameSite(answer.url(), url) && !url.equals(answer.url()))
                .distinct()
                .limit(FRAMES)
                .map(web::get)
                .toList();
        Capture unseen = null;
        for (Capture frame : frames) {
            evidence.add(frame.evidence());
            if (frame.seen()) {
                pages.add(Page.of(frame));
            } else {
                unseen = frame;
            }
        }
        return new SearchAnswer(List.copyOf(pages), unseen, List.copyOf(evidence));
    }

    /** Whether it lists this article. Data may echo the question; where that is the whole title, they prove nothing. */
    boolean lists(String asked, Item newest, String title) {
        return pages.stream()
                .anyMatch(page -> SearchHits.isData(page.text())
                        ? !Titles.normal(asked).equals(Titles.normal(title)) && SearchHits.tells(page.text(), title)
                        : SearchHits.lists(page.document(), newest.url(), title));
    }

    /** Whether it is data for a script. */
    boolean isData() {
        return SearchHits.isData(pages.getFirst().text());
    }

    /** Whether it wants a captcha, or a pause, first. */
    boolean asksFirst() {
        return pages.stream().map(Page::document).anyMatch(SearchHits::asksFirst);
    }

    /** Whether a script may still list results. */
    boolean mayBeFilled() {
        return pages.stream().map(Page::document).anyMatch(SearchHits::mayBeFilled);
    }
}
