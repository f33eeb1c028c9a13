package cn.lingpao.inspection.reading;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The publication time that an article shows to its readers, as printed. */
public final class PublicationTimes {

    private static final String VALUE =
            "((?:\\d{2,4}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}日?|\\d{8}|\\d{1,2}[-/.月]\\d{1,2}日?(?![-/.\\d]))"
                    + "(?:[\\sT]*\\d{1,2}[:：时]\\d{1,2}(?:[:：分]\\d{0,2}秒?)?)?)";
    private static final Pattern LABELLED = Pattern.compile(
            "(?:(发布|发文|发稿|发表|上传|公开|公布|录入|添加|稿件|信息)(?:(?:时间|日期)\\s*[:：\\]】]?|于|\\s*[:：])|(?<![\\p{IsHan}])(?:时间|日期)\\s*[:：])"
                    + "\\s*[\\[【(（]?\\s*"
                    + VALUE);
    /** Not the time of another thing, which its label tells. */
    private static final String OF_ITSELF =
            "(?<![\\d/.年月-])(?<!(?:更新|修改|打印|访问|当前|截止|成文|生成|有效|开始|结束|活动|会议)(?:时间|日期)?[:：\\s]{1,3})";

    private static final Pattern LONE = Pattern.compile(OF_ITSELF + "[\\[【(（]?\\s*" + VALUE + "\\s*[\\]】)）]?");
    private static final Pattern PLACE =
            Pattern.compile(".*(time|date|pub|fbsj|rq|info|source|laiyuan|ly|property|xxly|meta|sub).*");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern BESIDE = Pattern.compile("来源|作者|浏览|点击|阅读|字号|字体|编辑|打印|访问量");
    private static final int TOP = 300;

    private static final Pattern AWAITED =
            Pattern.compile("(发布|发文|发稿|发表|上传|公开|公布)(时间|日期)\\s*[:：](?!\\s*[\\[【(（]?\\s*\\d)");

    private PublicationTimes() {}

    /** Whether the label of a publication time stands there with nothing behind it, as where a script is to write it. */
    public static boolean awaited(Document article) {
        return AWAITED.matcher(blanks(Regions.main(article).text())).find();
    }

    /** The times that stand as publication time, labelled ones first; empty where none does. */
    public static List<String> printed(Document article) {
        Element main = Regions.main(article);
        List<String> found = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        Matcher labelled = LABELLED.matcher(blanks(main.text()));
        while (labelled.find()) {
            if (labelled.group(1) != null) {
                found.add(labelled.group(2).strip());
            } else if (labelled.start() < TOP) {
                plain.add(labelled.group(2).strip());
            }
        }
        if (found.isEmpty()) {
            found.addAll(plain);
        }
        lone(main).filter(print -> found.isEmpty() || isRegular(print)).ifPresent(found::add);
        return List.copyOf(found);
    }

    /** Whether a print is {@code YYYY-MM-DD HH:MM}, seconds allowed, and such a minute exists. */
    public static boolean isRegular(String print) {
        try {
            LocalDateTime.parse(print.replace('：', ':').replaceAll("\\s+", " ").strip(), MINUTE);
            return true;
        } catch (DateTimeException other) {
            return false;
        }
    }

    /** A date that stands alone under the title, in an element that calls itself time, date or source. */
    private static Optional<String> lone(Element main) {
        return main.getAllElements().stream()
                .filter(element -> element.normalName().equals("time") || isPlace(element) || isRemark(element))
                .flatMap(element -> first(element).stream())
                .findFirst();
    }

    private static Optional<String> first(Element element) {
        String text = blanks(element.text());
        Matcher matcher = LONE.matcher(text);
        return text.length() < 160 && matcher.find()
                ? Optional.of(matcher.group(1).strip())
                : Optional.empty();
    }

    private static String blanks(String text) {
        return Letters.simple(text).replace('\u00A0', ' ').replace('\u3000', ' ');
    }

    /** A short line with the remarks that stand beside a publication time. */
    private static boolean isRemark(Element element) {
        String text = element.text();
        boolean brief = text.length() < 120 && element.closest("li") == null;
        return brief
                && (BESIDE.matcher(Letters.simple(text)).find()
                        || LONE.matcher(text.strip()).matches());
    }

    private static boolean isPlace(Element element) {
        return PLACE.matcher((element.id() + " " + element.className()).toLowerCase(Locale.ROOT))
                        .matches()
                && element.closest("li") == null;
    }
}
