package cn.lingpao.inspection.reading;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;

/** Addresses in a page: made absolute, compared, and judged by their form. */
public final class Links {

    private static final Pattern ARTICLE = Pattern.compile(
            ".*(/[tTPc]?\\d{8}_\\d+|/art_\\d+_\\d+|content_\\d+|post_\\d+|/art/\\d{4}/|/\\d{4}[-/]?\\d{1,2}[-/]\\d{1,2}/|/20\\d{4}/|/20\\d\\d/\\d{4}/|"
                    + "/info/\\d+/\\d+|/detail|/article|/content/|/show|/view|articleid=|infoid=|newsid=|contentid=|[?&]id=|/\\d{3,}\\.s?html?$|/[0-9a-f]{16,}).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile(
            ".*\\.(pdf|docx?|xlsx?|pptx?|zip|rar|7z|jpe?g|png|gif|bmp|svg|ico|mp[34]|avi|wmv|flv|wps|et|ofd|css|js|apk|exe|txt|xml|rss)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_PAGE =
            Pattern.compile("(?i)(javascript|mailto|tel|data|about|file|blob|sms|weixin):");
    private static final Pattern OPENS = Pattern.compile(
            "(?:window\\.open\\s*\\(|location(?:\\.href)?\\s*=)\\s*['\"]((?:https?:/)?[./]*/?[\\w-][^'\"\\s]*)['\"](?!\\s*\\+)");
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern INDEX = Pattern.compile("/(index|default)\\.\\w+$");

    private Links() {}

    /** Where a link leads, without its fragment; empty for scripts, mail, anchors of the page and nonsense. */
    public static Optional<URI> target(Element link) {
        return target(link, "href");
    }

    /** The same of another attribute. */
    public static Optional<URI> target(Element element, String attribute) {
        String raw = element.attr(attribute).strip();
        if (raw.isEmpty() || raw.startsWith("#") || NO_PAGE.matcher(raw).lookingAt()) {
            return attribute.equals("href") ? opened(element, raw) : Optional.empty();
        }
        String absolute = element.absUrl(attribute);
        return of(absolute.isEmpty() ? raw : absolute);
    }

    /** Where a click leads that a script of the link itself sends on. */
    private static Optional<URI> opened(Element link, String raw) {
        Matcher opens = OPENS.matcher(raw + " " + link.attr("onclick"));
        return opens.find() && !NO_PAGE.matcher(opens.group(1)).lookingAt()
                ? of(StringUtil.resolve(link.baseUri(), opens.group(1)))
                : Optional.empty();
    }

    /** An http or https address as a browser would read it: odd characters escaped, fragment dropped. */
    public static Optional<URI> of(String address) {
        String text = address.strip().replace('\\', '/');
        text = text.indexOf('#') < 0 ? text : text.substring(0, text.indexOf('#'));
        StringBuilder escaped = new StringBuilder();
        int authority = text.indexOf('/', text.indexOf("//") + 2);
        escaped.append(text, 0, Math.max(authority, 0));
        text.substring(Math.max(authority, 0)).codePoints().forEach(point -> {
            if (point <= 0x20 || point == 0x7F || "\"<>^`{|}[]".indexOf(point) >= 0) {
                escaped.append(String.format("%%%02X", point));
            } else {
                escaped.appendCodePoint(point);
            }
        });
        String valid = LONE_PERCENT.matcher(escaped).replaceAll("%25");
        try {
            URI url = URI.create(URI.create(valid).toASCIIString());
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            return web && url.getHost() != null ? Optional.of(rooted(url)) : Optional.empty();
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    /** Whether two addresses are of one site: same host but for {@code www.} and subdomains, same port. */
    public static boolean sameSite(URI home, URI other) {
        String site = bareHost(home);
        String host = bareHost(other);
        boolean samePort = port(home) == port(other) || isUsual(home) && isUsual(other);
        return samePort && (host.equals(site) || host.endsWith("." + site) && !site.matches("[\\d.]+"));
    }

    /** Whether two addresses are of one host: {@code www.} aside, same port. */
    public static boolean sameHost(URI home, URI other) {
        return sameSite(home, other) && bareHost(home).equals(bareHost(other));
    }

    /** Whether two addresses name the same page, whatever the scheme. */
    public static boolean samePage(URI one, URI other) {
        return bareHost(one).equals(bareHost(other)) && path(one).equals(path(other));
    }

    /** Whether an address has the form that publishing systems give to articles. */
    public static boolean looksLikeArticle(URI url) {
        return ARTICLE.matcher(path(url)).matches();
    }

    /** Whether an address is a file for download rather than a page. */
    public static boolean looksLikeFile(URI url) {
        return FILE.matcher(url.getRawPath()).matches();
    }

    /** The host in lower case, without {@code www.} and a dot at the end. */
    public static String bareHost(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String path(URI url) {
        String path = INDEX.matcher(url.getRawPath()).replaceAll("/");
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static URI rooted(URI url) {
        return url.getRawPath().isEmpty()
                ? url.resolve("/" + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()))
                : url;
    }

    private static boolean isUsual(URI url) {
        return port(url) == 80 || port(url) == 443;
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }
}
