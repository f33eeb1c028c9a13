package cn.lingpao.inspection.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The site identification codes that a page shows, and where. */
public final class PrintedCodes {

    private static final Pattern PARAMETER = Pattern.compile("site_?code=([^&#'\"\\s]*)", Pattern.CASE_INSENSITIVE);
    /** An address that a script has whole; what it puts together is not read. */
    private static final Pattern WRITTEN =
            Pattern.compile("jiucuo\\.html\\?site_?code=([A-Za-z]{0,2}\\d{4,})", Pattern.CASE_INSENSITIVE);

    private static final Pattern CALLED =
            Pattern.compile("\\b(?:Link|jiucuo)\\(\\s*['\"]([A-Za-z]{0,2}\\d{8,10})['\"]", Pattern.CASE_INSENSITIVE);
    /** Ten digits may be grouped by blanks; anything else that stands there is quoted as it is. */
    private static final Pattern PRINTED = Pattern.compile(
            "标\\s*识\\s*编?\\s*[码号]\\s*(?:为|:)?\\s*[(\\[【]?\\s*" + "(\\d(?: ?\\d){9}(?! ?\\d)|[A-Za-z]{0,2}\\d{4,})");

    private PrintedCodes() {}

    /**
     * A code as printed; it need not be valid.
     *
     * @param place {@code SiteIDCode}, {@code site_code} or {@code footer}
     */
    public record Printed(String place, String text) {}

    /** Every code of a page, the meta tag's first. */
    public static List<Printed> of(Document page) {
        List<Printed> codes = new ArrayList<>();
        MetaTags.of(page)
                .value("SiteIDCode")
                .filter(value -> !value.isBlank())
                .ifPresent(value -> codes.add(new Printed("SiteIDCode", value)));
        for (Element element : page.select("a[href], script[src], iframe[src], [onclick]")) {
            Stream.of("href", "src", "onclick")
                    .forEach(name -> add(codes, "site_code", PARAMETER.matcher(element.attr(name))));
        }
        page.select("script[sitecode]")
                .forEach(script -> codes.add(
                        new Printed("site_code", script.attr("sitecode").strip())));
        for (Element script : page.select("script")) {
            add(codes, "site_code", WRITTEN.matcher(script.data()));
        }
        for (Element mark : page.select("[onclick]")) {
            add(codes, "site_code", CALLED.matcher(mark.attr("onclick")));
        }
        add(codes, "footer", PRINTED.matcher(plain(page.body().text())));
        page.select("[alt], [title]")
                .forEach(element -> add(
                        codes, "footer", PRINTED.matcher(plain(element.attr("alt") + " " + element.attr("title")))));
        return codes.stream().distinct().toList();
    }

    private static void add(List<Printed> codes, String place, Matcher matcher) {
        while (matcher.find()) {
            if (!matcher.group(1).isBlank()) {
                codes.add(new Printed(place, matcher.group(1).replace(" ", "")));
            }
        }
    }

    private static String plain(String text) {
        return Letters.plain(text);
    }
}
