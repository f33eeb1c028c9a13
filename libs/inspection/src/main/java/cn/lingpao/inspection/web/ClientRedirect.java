package cn.lingpao.inspection.web;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page that is only there to lead elsewhere: a quick meta refresh, or a bare script that sets the location. */
final class ClientRedirect {

    private static final int SHORT_TEXT = 200;
    private static final int SNIFFED = 16 << 10;
    private static final Pattern REFRESH =
            Pattern.compile("(?i)^\\s*([0-9.]+)\\s*[;,]\\s*(?:url\\s*=)?\\s*['\"]?([^'\"]*)");
    private static final Pattern SCRIPT =
            Pattern.compile("(?:window\\.|self\\.|top\\.|document\\.)?location(?:\\.href)?\\s*=\\s*['\"]([^'\"]+)['\"]"
                    + "|location\\.(?:replace|assign)\\s*\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)");
    private static final double QUICK = 5;

    private ClientRedirect() {}

    static Optional<URI> of(URI url, String html) {
        if (html.length() > SNIFFED) {
            return Optional.empty();
        }
        Document page = Jsoup.parse(html, url.toString());
        if (page.body().text().length() > SHORT_TEXT || page.select("a[href]").size() > 3) {
            return Optional.empty();
        }
        return refresh(page).or(() -> script(page)).flatMap(reference -> WebAddress.resolve(url, reference));
    }

    private static Optional<String> refresh(Document page) {
        for (Element meta : page.select("meta[http-equiv=refresh]")) {
            Matcher refresh = REFRESH.matcher(meta.attr("content"));
            if (refresh.find()
                    && seconds(refresh.group(1)) <= QUICK
                    && !refresh.group(2).isBlank()) {
                return Optional.of(refresh.group(2).strip());
            }
        }
        return Optional.empty();
    }

    private static double seconds(String digits) {
        return digits.matches("\\d{1,6}(\\.\\d{0,6})?") ? Double.parseDouble(digits) : Double.MAX_VALUE;
    }

    /** Only a script that does nothing else; anything cleverer needs a browser. */
    private static Optional<String> script(Document page) {
        String code = page.select("script").stream().map(Element::data).reduce("", String::concat);
        if (code.length() > 600
                || code.contains("function")
                || code.contains("if")
                || page.select("script[src]").size() > 0) {
            return Optional.empty();
        }
        Matcher location = SCRIPT.matcher(code);
        return location.find()
                ? Optional.of(location.group(1) != null ? location.group(1) : location.group(2))
                : Optional.empty();
    }
}
