package cn.lingpao.inspection.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * The five grades of 好差评 as a page offers and counts them.
 *
 * @param offered grades that stand as choices of their own
 * @param counted grades with a figure beside them
 */
public record Grades(Set<String> offered, Set<String> counted) {

    /** As the state council's rules name them. */
    public static final List<String> ALL = List.of("非常满意", "满意", "基本满意", "不满意", "非常不满意");

    private static final Pattern GRADE = Pattern.compile(
            "(?<!\\p{IsHan})(非常不满意|非常满意|基本满意|不满意|满意)(?!\\p{IsHan})\\s*(?:[:：（(\\[|]|为|占|—|-)*\\s*(\\d[\\d,]*(?:\\.\\d+)?\\s*%?)?");

    private static final Pattern FIGURE_FIRST =
            Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)\\s*[%次人条件票个]{0,2}\\s+(非常不满意|非常满意|基本满意|不满意|满意)");
    private static final Pattern TOLD = Pattern.compile(
            "(非常不满意|非常满意|基本满意|(?<!非常)不满意|(?<!非常|基本|不)满意)(?:的|评价|为|有|占|是|[\\s:：])*\\d[\\d,.]*\\s*(?:万|[%次人条件票个])");
    private static final int SENTENCE = 600;
    private static final Pattern STARS =
            Pattern.compile("[（(]?\\s*(?:[★☆⭐]+|(?<![\\d.])[1-5一二三四五]\\s*(?:颗星|星级?))\\s*[）)]?");

    /** Reads a page; 满意 inside 非常满意 is none, and neither is a word of a sentence that does not tell the figures of all. */
    public static Grades of(Document page) {
        Set<String> offered = new LinkedHashSet<>();
        Set<String> counted = new LinkedHashSet<>();
        Map<String, String> figures = new LinkedHashMap<>();
        for (Element element : page.body().getAllElements()) {
            List<String> texts = new ArrayList<>(
                    element.textNodes().stream().map(TextNode::text).toList());
            texts.add(element.text());
            texts.add(element.attr("value"));
            texts.add(element.attr("alt"));
            texts.stream()
                    .map(text ->
                            STARS.matcher(Letters.simple(text)).replaceAll(" ").strip())
                    .filter(text -> text.length() <= 30)
                    .forEach(text -> read(text, offered, counted));
            if (element.text().length() <= SENTENCE && tellsAll(Letters.simple(element.text()))) {
                offered.addAll(ALL);
                counted.addAll(ALL);
            }
            if (element.text().length() <= 30) {
                above(
                        STARS.matcher(Letters.simple(Rows.spaced(element)))
                                .replaceAll(" ")
                                .strip(),
                        figures);
            }
        }
        counted.addAll(columns(page));
        if (!Set.copyOf(figures.values()).equals(Set.of("1", "2", "3", "4", "5"))) {
            counted.addAll(figures.keySet());
        }
        return new Grades(offered, counted);
    }

    /** A sentence with a figure behind each of the five. */
    private static boolean tellsAll(String text) {
        return TOLD.matcher(text)
                        .results()
                        .map(told -> told.group(1))
                        .distinct()
                        .count()
                == ALL.size();
    }

    /** A figure that stands before its grade, as on cards; one to five are the grades' own numbers. */
    private static void above(String text, Map<String, String> figures) {
        Matcher matcher = FIGURE_FIRST.matcher(text);
        if (matcher.matches()) {
            figures.putIfAbsent(matcher.group(2), matcher.group(1));
        }
    }

    private static void read(String text, Set<String> offered, Set<String> counted) {
        Matcher matcher = GRADE.matcher(text);
        if (matcher.lookingAt() && text.substring(matcher.end()).matches("[\\s)）\\]|%次人条件票个星分级·,，;；]*")) {
            offered.add(matcher.group(1));
            if (matcher.group(2) != null && !text.substring(matcher.end()).matches("(?s)\\s*[星分级].*")) {
                counted.add(matcher.group(1));
            }
        }
    }

    /** Tables with the grades in one row and their figures in the same cells of the next. */
    private static Set<String> columns(Document page) {
        Set<String> counted = new LinkedHashSet<>();
        for (Element row : page.select("tr")) {
            Element next = row.nextElementSibling();
            for (int at = 0; next != null && at < row.childrenSize() && at < next.childrenSize(); at++) {
                String grade = Letters.simple(row.child(at).text()).strip();
                if (ALL.contains(grade) && next.child(at).text().strip().matches("[\\d,.]+\\s*[%次人条件]?")) {
                    counted.add(grade);
                }
            }
        }
        return counted;
    }

    /** Grades that are no choice. */
    public List<String> notOffered() {
        return ALL.stream().filter(grade -> !offered.contains(grade)).toList();
    }

    /** Grades without a figure. */
    public List<String> notCounted() {
        return ALL.stream().filter(grade -> !counted.contains(grade)).toList();
    }
}
