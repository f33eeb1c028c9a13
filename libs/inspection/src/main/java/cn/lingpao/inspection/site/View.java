package cn.lingpao.inspection.site;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.reading.Emptiness;
import cn.lingpao.inspection.reading.Links;
import cn.lingpao.inspection.reading.MetaTags;
import cn.lingpao.inspection.reading.Scripts;
import cn.lingpao.inspection.web.Capture;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was seen, with its frames.
 *
 * @param url where it was found, after redirects
 * @param capture the answer it was read from
 * @param parts its documents, the page itself first; empty when there is none
 * @param charset of its characters
 * @param rendered whether its scripts have run
 * @param cause why not all of it could be seen; null when it could
 * @param detail the cause in a sentence
 * @param hidden why a frame that is a part of it could not be read; null when all were
 * @param encoding what is wrong with the declaration of its encoding
 * @param evidence SHA-256 of what it was read from
 */
public record View(
        URI url,
        Capture capture,
        List<Document> parts,
        Charset charset,
        boolean rendered,
        @Nullable Cause cause,
        String detail,
        @Nullable Hidden hidden,
        Optional<String> encoding,
        List<String> evidence) {

    private static final int FEW_WORDS = 200;
    private static final Pattern SERVERS = Pattern.compile(
            "Index of /|Welcome to (nginx|tengine|OpenResty)|(.{0,20})?(Apache2?|HTTP Server|nginx).{0,30}(Default|Test) Page|Test Page for|"
                    + "IIS ?\\d*( Windows.*)?$|Apache Tomcat/|没有找到站点|恭喜[，,]?\\s*站点创建成功",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BACK = Pattern.compile("history\\s*\\.|reload\\s*\\(|\\.close\\s*\\(");

    /** A frame that could not be read: what is missing on the page may stand there. */
    public record Hidden(Cause cause, String detail) {}

    /** Whether all of it was seen, as a visitor without scripts would. */
    public boolean seen() {
        return cause == null;
    }

    /** Whether there is a document at all, even if a script has yet to fill it. */
    public boolean hasDocument() {
        return !parts.isEmpty();
    }

    /** The page itself. */
    public Document document() {
        return parts.getFirst();
    }

    /** Its meta tags; where frames are all there is of the page, with those of the frames. */
    public MetaTags tags() {
        boolean bare =
                document().body().text().length() < FEW_WORDS || document().selectFirst("frameset") != null;
        return MetaTags.of(bare ? parts : List.of(document()));
    }

    /** Whether a script may still write into it; never after a browser has run them. */
    public boolean mayBeFilled() {
        return !rendered && parts.stream().anyMatch(Scripts::mayFill);
    }

    /**
     * The same as a home page: an answer without a way on (nothing at all, a default page, a wall, an error, a feed) is
     * not the portal's page, and proves nothing of it.
     */
    View asHome() {
        boolean feed = hasDocument() && document().selectFirst("rss, feed, sitemapindex, urlset") != null;
        int words = parts.stream().mapToInt(part -> part.body().text().length()).sum();
        boolean ways = parts.stream()
                .flatMap(part -> part.select("a[href], area[href]").stream())
                .filter(link ->
                        !BACK.matcher(link.attr("href") + link.attr("onclick")).find())
                .anyMatch(link -> Links.target(link)
                        .filter(to -> !Links.sameSite(url, to) || Links.samePage(url, to))
                        .isEmpty());
        boolean ofServer =
                hasDocument() && SERVERS.matcher(document().title().strip()).lookingAt();
        boolean portal = !feed && !ofServer && ways;
        return !seen() || portal
                ? this
                : new View(
                        url,
                        capture,
                        parts,
                        charset,
                        rendered,
                        Cause.PARSE,
                        "no portal's page: status " + capture.status() + ", " + words + " characters"
                                + (feed ? " of a feed" : ofServer ? ", a server's own page" : ", no link of its own"),
                        hidden,
                        encoding,
                        evidence);
    }

    /** The same with other documents. */
    View with(List<Document> others) {
        return new View(url, capture, others, charset, rendered, cause, detail, hidden, encoding, evidence);
    }

    /** The same, resting on the page that led here where nothing was asked for any more. */
    View orElseResting(String led) {
        return evidence.stream().anyMatch(each -> !each.isBlank())
                ? this
                : new View(url, capture, parts, charset, rendered, cause, detail, hidden, encoding, List.of(led));
    }

    /** Whether it has a place for a list that a script may still fill. */
    public boolean awaitsList() {
        return !rendered && parts.stream().anyMatch(Emptiness::awaitsScript);
    }
}
