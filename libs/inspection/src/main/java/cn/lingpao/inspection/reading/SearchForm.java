package cn.lingpao.inspection.reading;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A form that searches the site.
 *
 * @param fields what it sends besides the words, with their preset values
 * @param words the name of the field for the words
 * @param charset in which a browser would send it
 * @param scripted whether a script has a hand in sending it
 */
public record SearchForm(
        URI action, boolean post, Map<String, String> fields, String words, Charset charset, boolean scripted) {

    private static final Pattern SEARCH = Pattern.compile(
            "(?is).*(search|query|sousuo|jiansuo|\\bso\\b|搜索|检索|檢索|查询|查詢|搜寻|搜尋|搜一搜|keyword|searchword|\\bq\\b|\\bkw\\b|\\bwd\\b).*");
    private static final Pattern NO_SEARCH =
            Pattern.compile("(?is).*(login|register|password|subscribe|验证码|登录|注册|邮箱登录|username).*");

    private static final Pattern SEARCH_LINK =
            Pattern.compile("搜索|检索|檢索|搜一搜|搜一下|站内搜|search|sousuo|jiansuo", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEARCH_PATH =
            Pattern.compile("/(j?search|so|sousuo|ss|jiansuo|was5)(/|\\.\\w+$|$)", Pattern.CASE_INSENSITIVE);
    private static final int BUTTON = 12;

    /** The most likely search form of a page, decoded with this charset. */
    public static Optional<SearchForm> of(Document page, Charset charset) {
        return page.select("form").stream()
                .filter(form -> score(form) > 0)
                .max(Comparator.comparingInt(SearchForm::score))
                .flatMap(form -> read(form, charset));
    }

    /** Links of a page to a search of its own page. */
    public static List<URI> links(Document page) {
        return page.select("a[href]").stream()
                .filter(link -> link.text().length() < BUTTON)
                .filter(link -> SEARCH_LINK.matcher(shown(link)).find()
                        || Links.target(link)
                                .filter(url ->
                                        SEARCH_PATH.matcher(url.getPath()).find())
                                .isPresent())
                .flatMap(link -> Links.target(link).stream())
                .distinct()
                .toList();
    }

    /** Whether the page has a field or a button for searching outside any form, which only a script can send. */
    public static boolean isScripted(Document page) {
        return page.select("input").stream()
                        .filter(SearchForm::takesWords)
                        .anyMatch(input -> SEARCH.matcher(description(input)).matches())
                || page.select("button, [onclick], img, a, i, input[type=button], input[type=image]").stream()
                        .filter(button -> button.text().length() < BUTTON)
                        .anyMatch(button -> SEARCH_LINK
                                .matcher(shown(button) + " " + button.className() + " " + button.id() + " "
                                        + button.attr("onclick"))
                                .find());
    }

    /** What a visitor reads of a button, in words or in the words of its picture. */
    private static String shown(Element button) {
        return button.getAllElements().stream()
                .map(part -> part.ownText() + " " + part.attr("title") + " " + part.attr("alt") + " "
                        + part.attr("aria-label") + " " + part.attr("value"))
                .collect(Collectors.joining(" "));
    }

    /** What a GET form asks for. */
    public URI address(String asked) {
        String query = sent(asked).entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), charset) + "=" + URLEncoder.encode(field.getValue(), charset))
                .collect(Collectors.joining("&"));
        String plain = action.toString().replaceAll("[?#].*$", "");
        return URI.create(plain + "?" + query);
    }

    /** All fields as sent. */
    public Map<String, String> sent(String asked) {
        Map<String, String> sent = new LinkedHashMap<>(fields);
        sent.put(words, asked);
        return sent;
    }

    private static Optional<SearchForm> read(Element form, Charset pageCharset) {
        Optional<Element> input = wordsField(form);
        Element button = form.selectFirst("[formaction]");
        Optional<URI> action = button == null ? action(form, "action") : action(button, "formaction");
        if (input.isEmpty() || action.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name], select[name], textarea[name], button[name]")) {
            preset(field).ifPresent(value -> fields.put(field.attr("name"), value));
        }
        String method = (button == null || !button.hasAttr("formmethod")
                        ? form.attr("method")
                        : button.attr("formmethod"))
                .strip();
        return Optional.of(new SearchForm(
                action.get(),
                method.equalsIgnoreCase("post"),
                fields,
                input.get().attr("name"),
                charset(form, pageCharset),
                isSentByScript(form)));
    }

    /** Without an address a form goes to its own page, whatever base the page names. */
    private static Optional<URI> action(Element element, String attribute) {
        String raw = element.attr(attribute).strip();
        Document page = element.ownerDocument();
        boolean own = raw.isEmpty() || raw.startsWith("#") || raw.startsWith("javascript:");
        return own && page != null ? Links.of(page.location()) : Links.target(element, attribute);
    }

    private static boolean isSentByScript(Element form) {
        boolean ordinary = !form.select("input[type=submit], input[type=image], button:not([type=button])")
                .isEmpty();
        boolean button = !form.select("[onclick], input[type=button], button").isEmpty();
        return form.hasAttr("onsubmit") || form.attr("action").startsWith("javascript:") || !ordinary && button;
    }

    private static Optional<String> preset(Element field) {
        String type = field.attr("type").toLowerCase(Locale.ROOT);
        if (field.normalName().equals("select")) {
            Element chosen = field.selectFirst("option[selected]");
            Element option = chosen == null ? field.selectFirst("option") : chosen;
            return Optional.ofNullable(option).map(each -> each.hasAttr("value") ? each.attr("value") : each.text());
        }
        boolean unsent = List.of("button", "image", "reset", "file", "submit").contains(type)
                || field.normalName().equals("button");
        boolean unchosen = (type.equals("radio") || type.equals("checkbox")) && !field.hasAttr("checked");
        return unsent || unchosen || field.hasAttr("disabled") ? Optional.empty() : Optional.of(field.attr("value"));
    }

    private static Charset charset(Element form, Charset page) {
        String declared = form.attr("accept-charset").strip().split("[\\s,]+")[0];
        try {
            return sendable(declared.isEmpty() ? page : Charset.forName(declared));
        } catch (IllegalArgumentException unknown) {
            return sendable(page);
        }
    }

    /** No form is sent as UTF-16; browsers take UTF-8 then. */
    private static Charset sendable(Charset charset) {
        return charset.name().startsWith("UTF-") ? StandardCharsets.UTF_8 : charset;
    }

    private static int score(Element form) {
        if (wordsField(form).isEmpty() || !form.select("input[type=password]").isEmpty()) {
            return 0;
        }
        String described = form.attr("action") + " " + form.id() + " " + form.className() + " " + form.attr("name");
        String fields = form.select("input, button, a, label").stream()
                .map(SearchForm::description)
                .collect(Collectors.joining(" "));
        int likely = SEARCH.matcher(described).matches() ? 4 : 0;
        int worded = SEARCH.matcher(fields + " " + form.text()).matches() ? 3 : 0;
        int unlikely = NO_SEARCH.matcher(described + " " + fields).matches() ? 4 : 0;
        return likely + worded - unlikely;
    }

    private static Optional<Element> wordsField(Element form) {
        List<Element> candidates = new ArrayList<>(form.select("input[name]").stream()
                .filter(SearchForm::takesWords)
                .toList());
        return candidates.stream()
                .filter(input -> SEARCH.matcher(description(input)).matches())
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static boolean takesWords(Element input) {
        String type = input.attr("type").toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.equals("text") || type.equals("search");
    }

    private static String description(Element element) {
        return element.attr("name") + " " + element.id() + " " + element.className() + " " + element.attr("placeholder")
                + " " + element.attr("value") + " " + element.attr("title") + " " + element.attr("onclick") + " "
                + element.ownText();
    }
}
