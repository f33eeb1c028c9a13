package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.reading.Links;
import cn.lingpao.inspection.reading.Scripts;
import cn.lingpao.inspection.reading.SoftNotFound;
import cn.lingpao.inspection.site.Site;
import cn.lingpao.inspection.web.Capture;
import cn.lingpao.inspection.web.Page;
import cn.lingpao.inspection.web.Web;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks whether a link leads anywhere, and knows how its site answers to nonsense. */
final class LinkProbe {

    private static final String NO_FILE = "/lingpao-no-such-file-7c1e94b0.pdf";
    private static final String NONSENSE = "/lingpao-no-such-page-7c1e94b0.html";

    private final Web web;
    private final Site site;
    private @Nullable Nonsense nonsense;
    private @Nullable Boolean headsTell;

    LinkProbe(Web web, Site site) {
        this.web = web;
        this.site = site;
    }

    /**
     * How a link was found.
     *
     * @param cause why it could not be seen; null when it was seen, dead or alive
     */
    record State(URI url, boolean dead, @Nullable Cause cause, String told, List<String> evidence) {

        boolean unknown() {
            return cause != null;
        }
    }

    /** How a site answers where it has nothing: its words, and where the answer came from; no words when it says so by status. */
    private record Nonsense(String words, Optional<URI> ended) {}

    /** Files are asked for without their body; pages are fetched, since a page may say 200 and be none. */
    State ask(URI url) {
        if (!Links.looksLikeFile(url)) {
            return state(url, site.capture(url));
        }
        Capture head = web.head(url);
        return head.seen() && head.status() / 100 == 2 && headsTell() ? alive(head) : askAgain(url);
    }

    /** Whether this site tells by HEAD that a file is not there; some answer 200 to all of them. */
    private boolean headsTell() {
        Boolean known = headsTell;
        if (known == null) {
            Capture answer = web.head(site.home().url().resolve(NO_FILE));
            known = !answer.seen();
            headsTell = known;
        }
        return known;
    }

    /** Asks for the whole thing. */
    State askAgain(URI url) {
        return state(url, web.get(url));
    }

    private State state(URI url, Capture answer) {
        Cause cause = answer.cause();
        List<String> evidence = List.of(answer.evidence());
        if (cause == Cause.NOT_FOUND || cause == Cause.DNS) {
            return new State(url, true, null, told(answer), evidence);
        }
        if (cause == Cause.TOO_LARGE
                || answer.status() / 100 == 2 && (cause == Cause.PARSE || cause == null && !isHtml(answer))) {
            return alive(answer);
        }
        if (cause != null) {
            return new State(url, false, cause, answer.detail(), evidence);
        }
        return soft(answer)
                .map(sign -> new State(url, true, null, "soft 404: " + sign, evidence))
                .orElseGet(() -> alive(answer));
    }

    private Optional<String> soft(Capture answer) {
        Page page = Page.of(answer);
        Optional<String> sign = SoftNotFound.sign(page.document(), answer.requested(), answer.url());
        if (sign.isPresent()
                || Scripts.isShell(page.document())
                || isLogin(page)
                || Links.samePage(answer.requested(), site.home().url())) {
            return sign;
        }
        Nonsense known = nonsense();
        boolean sameWords = !known.words().isEmpty()
                && known.words().equals(SoftNotFound.words(page.document(), answer.requested()));
        boolean sameEnd = !answer.url().equals(answer.requested())
                && known.ended().filter(answer.url()::equals).isPresent();
        return sameWords || sameEnd ? Optional.of("the same answer as to nonsense") : Optional.empty();
    }

    /** A site that asks everybody to log in answers nonsense so as well, and keeps what it has behind it. */
    private static boolean isLogin(Page page) {
        return page.document().selectFirst("input[type=password]") != null;
    }

    private Nonsense nonsense() {
        Nonsense known = nonsense;
        if (known == null) {
            Capture answer = web.get(site.home().url().resolve(NONSENSE));
            boolean moved = !answer.url().equals(answer.requested());
            known = answer.seen() && isHtml(answer)
                    ? new Nonsense(
                            SoftNotFound.words(Page.of(answer).document(), answer.requested()),
                            moved ? Optional.of(answer.url()) : Optional.empty())
                    : new Nonsense("", Optional.empty());
            nonsense = known;
        }
        return known;
    }

    private static String told(Capture answer) {
        return answer.status() == 404 || answer.status() == 410 ? String.valueOf(answer.status()) : answer.detail();
    }

    private static State alive(Capture answer) {
        return new State(answer.requested(), false, null, String.valueOf(answer.status()), List.of(answer.evidence()));
    }

    private static boolean isHtml(Capture answer) {
        return answer.header("Content-Type")
                .orElse("text/html")
                .toLowerCase(Locale.ROOT)
                .contains("html");
    }
}
