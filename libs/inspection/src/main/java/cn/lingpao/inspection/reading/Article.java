package cn.lingpao.inspection.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What an article says of itself. */
public final class Article {

    private Article() {}

    /** Its title: the meta tag's, else the heading's, else that of the document. */
    public static Optional<String> title(Document page) {
        Optional<String> tagged = MetaTags.of(page).value("ArticleTitle").filter(MetaTags::filled);
        return tagged.or(() -> Stream.of("h1")
                .flatMap(query -> Stream.ofNullable(page.selectFirst(query)))
                .map(Element::text)
                .filter(text -> text.length() >= 4)
                .findFirst());
    }

    /** When it was published: the meta tag's day, else the printed one, read by these dates. */
    public static Optional<DateReading> published(Document page, ChinaDates dates) {
        Optional<DateReading> tagged =
                MetaTags.of(page).value("PubDate").filter(MetaTags::filled).flatMap(dates::first);
        return tagged.or(() -> PublicationTimes.printed(page).stream()
                .flatMap(print -> dates.first(print).stream())
                .findFirst());
    }
}
