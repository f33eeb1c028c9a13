package cn.lingpao.inspection.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The meta tags that the regulation asks for, whatever their case. */
public final class MetaTags {

    /** Every page carries these. */
    public static final List<String> OF_SITE = List.of("SiteName", "SiteDomain", "SiteIDCode");

    /** Column pages carry these besides. */
    public static final List<String> OF_COLUMN =
            List.of("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType");

    /** Articles carry these besides. */
    public static final List<String> OF_ARTICLE = List.of("ArticleTitle", "PubDate", "ContentSource");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private MetaTags() {}

    /** The tags of a page; a tag may stand several times. */
    public static MetaTags of(Document page) {
        return of(List.of(page));
    }

    /** The tags of several documents that make one page. */
    public static MetaTags of(List<Document> parts) {
        MetaTags tags = new MetaTags();
        for (Document part : parts) {
            for (Element meta : part.getElementsByTag("meta")) {
                String name = meta.attr("name").strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty()) {
                    tags.values.merge(name, List.of(meta.attr("content").strip()), MetaTags::joined);
                }
            }
        }
        return tags;
    }

    /** The value of a tag, the one that says something first; empty when there is no such tag. */
    public Optional<String> value(String name) {
        List<String> all = values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return all.stream().filter(MetaTags::filled).findFirst().or(() -> all.stream()
                .findFirst());
    }

    /** Whether the tag is there. */
    public boolean has(String name) {
        return values.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a page calls itself a column. */
    public boolean ofColumn() {
        return OF_COLUMN.stream().anyMatch(this::has) && !ofArticle();
    }

    /** Whether a page calls itself an article. */
    public boolean ofArticle() {
        return has("ArticleTitle");
    }

    /** Whether a value says something: not empty and no placeholder of a template. */
    public static boolean filled(String value) {
        return !value.isBlank() && !Placeholders.in(value);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
