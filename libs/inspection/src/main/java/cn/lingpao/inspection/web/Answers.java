package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.web.Capture.Header;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Tells a page from what is sent instead of one: a firewall's word, a captcha, a script challenge, a polite 404. */
public final class Answers {

    /** Longer pages are pages, whatever words they contain. */
    private static final int SHORT_TEXT = 600;

    private static final int SNIFFED = 64 << 10;
    /** More is no page for people, and as a document many times as large as its bytes. */
    private static final int MOST_TAGS = 200_000;

    private static final Pattern CAPTCHA = Pattern.compile(
            "人机验证|安全验证|滑动验证|访问验证|拖动滑块|滑块|完成验证|请输入(图中|图片中的)?验证码|verify (that )?you are (a )?human"
                    + "|are you a robot|captcha",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHALLENGE = Pattern.compile(
            "__jsl_clearance|acw_sc__v|\\$_ts\\b|_cf_chl|challenge-platform|/_guard/|__test=|slowAES|ddos-guard|sucuri_cloudproxy|_Incapsula_Resource",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COOKIE = Pattern.compile("document\\s*(\\.|\\[\\s*['\"])\\s*cookie");
    /** A cookie and a reload in the strings of a script that does not want to be read. */
    private static final Pattern VEILED = Pattern.compile(
            "(?s)(eval\\s*\\(\\s*function\\s*\\(p,\\s*a,\\s*c,\\s*k|_0x[0-9a-f]+\\s*=).*(cookie.*(reload|location)|(reload|location).*cookie)");

    private static final Pattern RELOAD =
            Pattern.compile("location\\s*\\.\\s*(reload|replace|href|assign)|location\\s*=|\\.submit\\s*\\(");
    private static final Pattern WALL = Pattern.compile(
            "(请求|访问)(可能|已|已经)?被(系统|网站)?(拦截|阻断|阻止|拒绝|禁止|限制)|(请求|访问|操作|IP)[^。！？]{0,30}被(系统|防火墙)?(拦截|阻断|封禁|封锁)"
                    + "|访问(拦截|受限|过于频繁)|请求过于频繁|访问被拒绝|检测到.{0,12}攻击|网站防火墙|Web应用防火墙|创宇盾|安全狗|云防护"
                    + "|request (was |has been )?(blocked|denied|rejected)|you (have been|are) blocked|access denied|web application firewall",
            Pattern.CASE_INSENSITIVE);
    private static final int BRIEF = 150;
    /** What shows something without a word, or goes on elsewhere. */
    private static final String SOMETHING =
            "img, script, frame, iframe, frameset, object, embed, video, canvas, svg, form, input, meta[http-equiv=refresh], a, area";

    private static final Pattern CLOSED = Pattern.compile(
            "(网站|系统|平台|服务器?|本站|页面)(正在|正|因|进行|例行|升级|临时){0,3}[^。，]{0,6}(维护|升级|改版|改造)|(暂停|停止)(访问|服务|对外)|under maintenance",
            Pattern.CASE_INSENSITIVE);
    /** What servers and frameworks say with 200 of an error of their own. */
    private static final Pattern FAILED = Pattern.compile(
            "\\b(HTTP (Status|Error) 5\\d\\d|5\\d\\d (Internal Server Error|Bad Gateway|Service)|internal server error|bad gateway|gateway time-?out"
                    + "|service unavailable|whitelabel error page|server error in '|runtime error|fatal error|database (connection )?error)"
                    + "|(数据库|服务器?|系统|程序|网络)(连接|内部|运行|处理|发生|出现)*(了)?(失败|错误|异常|出错|故障|繁忙|忙)|(服务器?|系统|网站)(暂时)?(不可用|无法访问)|内部错误",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GONE_TITLE = Pattern.compile(
            "^\\W*(http\\s*)?(error\\s*)?404\\b|\\b404\\W*$|(页面|网页|文件|内容|信息|资源|栏目|文章).{0,6}(不存在|未找到|找不到|已删除|已被删除)"
                    + "|(找不到|未找到|没有找到|无法找到).{0,10}(页面|网页|文件|内容|资源)|(page|file|resource|document)? ?not found|页面出错|页面走丢",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern GONE_TEXT = Pattern.compile(
            "(您|你)?(所)?(访问|请求|查找|浏览|要找|查看)的?.{0,8}(页面|网页|文件|内容|资源|信息|栏目|文章).{0,8}"
                    + "(不存在|未找到|找不到|没有找到|已删除|已被删除|被移除|走丢|已失效)"
                    + "|^.{0,40}(页面|网页|栏目|频道|链接).{0,6}(不存在|走丢了?|找不到了?|未找到|已删除|已被删除|已失效|已下线).{0,30}$"
                    + "|(页面|网页)(不存在|走丢了|找不到了?|未找到)|(找不到|未找到|无法找到)(您|你|该|此)?.{0,6}(页面|网页)"
                    + "|\\b404\\b.{0,30}(not found|error|错误|页面)|(page|file|resource) (you .{0,40})?(was |is |could )?not (be )?found",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final int SENTENCES = 6;
    private static final String ARTICLE_TAGS =
            "meta[name~=(?i)^\\s*(ArticleTitle|PubDate|ContentSource)\\s*$][content~=[\\p{L}\\p{N}]]";
    private static final Pattern PUBLISHED = Pattern.compile("(发布|发文|发稿)(时间|日期)\\s*[:：]\\s*20\\d\\d");

    private Answers() {}

    /** Whether a page is an article: what it says of things that do not exist (政府信息不存在) it does not say of itself. */
    public static boolean isArticle(Document page) {
        String text = page.body().text();
        return page.selectFirst(ARTICLE_TAGS) != null
                || PUBLISHED.matcher(text).find()
                || text.chars().filter(each -> each == '。').count() >= SENTENCES;
    }

    /** A cause and what showed it. */
    public record Judgement(Cause cause, String detail) {}

    /** Why this answer is not the page that was asked for; empty when it is. */
    static Optional<Judgement> judged(int status, List<Header> headers, byte[] body) {
        Optional<Judgement> byStatus = byStatus(status);
        if (byStatus.isPresent() && !mayHideAChallenge(status)) {
            return byStatus;
        }
        if (isBloated(headers, body)) {
            return Optional.of(new Judgement(Cause.TOO_LARGE, "more than " + MOST_TAGS + " tags"));
        }
        Optional<Judgement> byContent = isHtml(headers, body) ? byContent(headers, body) : Optional.empty();
        return byContent.isPresent() ? byContent : byStatus;
    }

    private static boolean isBloated(List<Header> headers, byte[] body) {
        int tags = 0;
        for (byte each : body) {
            tags += each == '<' ? 1 : 0;
        }
        String type = contentType(headers).orElse("");
        return tags > MOST_TAGS && (isHtml(headers, body) || type.contains("xml") || type.startsWith("text/"));
    }

    /** The same for an answer without a body. */
    static Optional<Judgement> judged(int status) {
        return byStatus(status);
    }

    /** The same for a page that a browser has rendered. */
    public static Optional<Judgement> judged(int status, String html) {
        return judged(
                status,
                List.of(new Header("Content-Type", "text/html;charset=utf-8")),
                html.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static boolean mayHideAChallenge(int status) {
        return status == 503 || status == 202;
    }

    private static Optional<Judgement> byStatus(int status) {
        return switch (status) {
            case 403, 412, 468, 521 -> said(Cause.FIREWALL, status, "a firewall's word");
            case 304 -> said(Cause.PARSE, status, "unchanged, although nothing was said to be known");
            case 401, 407 -> said(Cause.FIREWALL, status, "a login is asked for");
            case 404, 410 -> said(Cause.NOT_FOUND, status, "there is no such page");
            case 408 -> said(Cause.TIMEOUT, status, "the server gave up waiting");
            case 429 -> said(Cause.RATE_LIMITED, status, "too many requests");
            default -> byClass(status);
        };
    }

    private static Optional<Judgement> byClass(int status) {
        if (status >= 500) {
            return said(Cause.SERVER_ERROR, status, "the server failed");
        }
        if (status >= 400) {
            return said(Cause.FIREWALL, status, "the server refused the request");
        }
        return status >= 300 ? said(Cause.REDIRECT, status, "a redirect without a place to go") : Optional.empty();
    }

    private static Optional<Judgement> said(Cause cause, int status, String words) {
        return Optional.of(new Judgement(cause, "HTTP " + status + ", " + words));
    }

    private static Optional<Judgement> byContent(List<Header> headers, byte[] body) {
        String html = Decoding.of(body, contentType(headers)).text();
        if (html.length() > SNIFFED) {
            return Optional.empty();
        }
        Document page = Jsoup.parse(html);
        String title = page.title().strip();
        String text = page.body().text().strip();
        if (text.length() > SHORT_TEXT) {
            return Optional.empty();
        }
        if (isChallenge(page, text)) {
            return Optional.of(new Judgement(Cause.JS_CHALLENGE, "a script challenge instead of a page"));
        }
        String words = title + " " + text;
        boolean login = page.selectFirst("input[type=password]") != null;
        if (!login && CAPTCHA.matcher(words).find() && page.select("a[href]").size() < 10) {
            return Optional.of(new Judgement(Cause.CAPTCHA, "a captcha instead of a page: " + shortened(words)));
        }
        if (WALL.matcher(words).find() && page.select("a[href]").size() < 10) {
            return Optional.of(new Judgement(Cause.FIREWALL, "a firewall's page: " + shortened(words)));
        }
        if (text.length() < BRIEF
                && CLOSED.matcher(words).find()
                && page.select("a[href]").size() < 3) {
            return Optional.of(new Judgement(Cause.PARSE, "a page that says the site is closed: " + shortened(words)));
        }
        if (!isArticle(page)
                && FAILED.matcher(words).find()
                && page.select("a[href]").size() < 3) {
            return Optional.of(new Judgement(Cause.PARSE, "a page that says the server failed: " + shortened(words)));
        }
        if (!isArticle(page)
                && (GONE_TITLE.matcher(title).find() || GONE_TEXT.matcher(text).find())) {
            return Optional.of(
                    new Judgement(Cause.NOT_FOUND, "a page that says it does not exist: " + shortened(words)));
        }
        return text.isEmpty() && page.select(SOMETHING).isEmpty()
                ? Optional.of(new Judgement(Cause.PARSE, "an empty page"))
                : Optional.empty();
    }

    private static boolean isChallenge(Document page, String text) {
        String scripts = page.select("script").stream()
                        .map(script -> script.data() + script.attr("src"))
                        .reduce("", String::concat)
                + page.select("body").attr("onload");
        boolean bare = text.length() < 120 && page.select("a[href]").size() < 3;
        return bare
                && (CHALLENGE.matcher(scripts).find()
                        || VEILED.matcher(scripts).find()
                        || COOKIE.matcher(scripts).find()
                                && RELOAD.matcher(scripts).find());
    }

    static boolean isHtml(List<Header> headers, byte[] body) {
        String type = contentType(headers).orElse("").toLowerCase(java.util.Locale.ROOT);
        if (type.contains("html")) {
            return true;
        }
        String head = new String(body, 0, Math.min(512, body.length), java.nio.charset.StandardCharsets.ISO_8859_1);
        boolean undeclared =
                type.isEmpty() || type.startsWith("text/plain") || type.startsWith("application/octet-stream");
        return undeclared
                && Pattern.compile("(?i)<(!doctype html|html|head|body|script|meta)\\b")
                        .matcher(head)
                        .find();
    }

    private static Optional<String> contentType(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Header::value)
                .findFirst();
    }

    private static String shortened(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
