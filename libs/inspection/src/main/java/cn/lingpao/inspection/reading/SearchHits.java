package cn.lingpao.inspection.reading;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page of search results lists. */
public final class SearchHits {

    private static final Pattern NONE = Pattern.compile(
            "(没有|未|找不到|没)(找到|搜索到|检索到|查询到|查到|搜到)?[^，。]{0,40}(结果|记录|信息|内容)|(?<!\\d)0\\s*(条|个|篇|项)|共找到\\s*0");
    private static final Pattern ASKS = Pattern.compile("验证码|人机验证|安全验证|滑动验证|拖动滑块|(过于|太|操作)频繁|稍[后候]再[搜试查]");
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final int RECOGNISABLE = 8;

    private SearchHits() {}

    /** Words of a title to ask for: its longest stretch without punctuation, then the beginning of it. */
    public static List<String> words(String title, int longest) {
        String stretch = Arrays.stream(title.split("[^\\p{L}\\p{N}]+"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        String shorter = stretch.substring(0, Math.min(longest / 2, stretch.length()));
        return Stream.of(stretch.substring(0, Math.min(longest, stretch.length())), shorter)
                .filter(words -> words.length() >= 2 && words.chars().anyMatch(Character::isLetter))
                .distinct()
                .toList();
    }

    /** Whether the page lists this article: by its address or by its title; an echo of what was asked is no hit. */
    public static boolean lists(Document results, URI article, String title) {
        Element main = Regions.main(results);
        if (saysNone(main)) {
            return false;
        }
        String whole = Titles.normal(title);
        return main.select("a[href], [onclick]").stream().anyMatch(found -> {
            Optional<URI> target = Links.target(found);
            boolean address = target.filter(url -> Links.samePage(url, article)).isPresent();
            boolean itself = target.filter(url ->
                            url.getPath().equals(URI.create(results.location()).getPath()))
                    .isPresent();
            String shown = Titles.normal(found.text());
            boolean named = whole.length() >= RECOGNISABLE && shown.contains(whole) || Titles.same(found.text(), title);
            boolean link = found.hasAttr("href") || target.isPresent();
            return address || named && !itself && link;
        });
    }

    /** Whether the search wants to be told something first. */
    public static boolean asksFirst(Document results) {
        return ASKS.matcher(Regions.main(results).text()).find();
    }

    /** Whether an answer is data for a script rather than a page. */
    public static boolean isData(String text) {
        return text.strip().matches("(?s)([\\w$.]+\\s*\\()?\\s*[{\\[].*[}\\]]\\s*\\)?;?");
    }

    /** Whether data name this title. */
    public static boolean tells(String data, String title) {
        String plain = ESCAPED.matcher(data)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
        return Titles.normal(plain.replaceAll("<[^>]*>", "")).contains(Titles.normal(title));
    }

    /** Whether a script may still list results. */
    public static boolean mayBeFilled(Document results) {
        return Scripts.isShell(results) || Scripts.mayFill(results) && !saysNone(Regions.main(results));
    }

    private static boolean saysNone(Element main) {
        return main.text().length() < 3000 && NONE.matcher(main.text()).find();
    }
}
