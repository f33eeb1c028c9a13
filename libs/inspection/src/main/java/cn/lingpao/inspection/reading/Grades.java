package cn.lingpao.inspection.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * The five grades of 好差评 as a page offers and counts them.
 *
 * @param offered grades that stand as choices of their own
 * @param counted grades with a figure beside them
 * @param figures how many places of the page hold a figure and nothing else
 */
public record Grades(Set<String> offered, Set<String> counted, int figures) {

    /** As the state council's rules name them. */
    public static final List<String> ALL = List.of("非常满意", "满意", "基本满意", "不满意", "非常不满意");

    private static final Pattern GRADE = Pattern.compile(
            "(?<!\\p{IsHan})(非常不满意|非常满意|基本满意|不满意|满意)(?!\\p{IsHan})\\s*(?:[:：（(\\[|]|为|占|—|-)*\\s*(\\d[\\d,]*(?:\\.\\d+)?\\s*%?)?");

    private static final Pattern FIGURE_FIRST =
            Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)\\s*[%次人条件票个]{0,2}\\s+(非常不满意|非常满意|基本满意|不满意|满意)");
    private static final Pattern TOLD = Pattern.compile(
            "(非常不满意|非常满意|基本满意|(?<!非常)不满意|(?<!非常|基本|不)满意)(?:的|评价|为|有|占|是|[\\s:：])*\\d[\\d,.]*\\s*(?:万|[%次人条件票个])");
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?\\s*万?[%次人条件票个]{0,2}");
    private static final Pattern DRAWN =
            Pattern.compile("统计|图表|数据图|评价结果|评价情况|(chart|tongji|tj)[^/]*$", Pattern.CASE_INSENSITIVE);
    private static final int SENTENCE = 600;
    private static final Pattern STARS =
            Pattern.compile("[（(]?\\s*(?:[★☆⭐]+|(?<![\\d.])[1-5一二三四五]\\s*(?:颗星|星级?|分))\\s*[）)]?");

    /** Reads a page; 满意 inside 非常满意 is none, and neither is a word of a sentence that does not tell the figures of all. */
    public static Grades of(Document page) {
        Set<String> offered = new LinkedHashSet<>();
        Set<String> counted = new LinkedHashSet<>();
        Map<String, Set<String>> figures = new LinkedHashMap<>();
        for (Element element : page.body().getAllElements()) {
            List<String> texts = new ArrayList<>(
                    element.textNodes().stream().map(TextNode::text).toList());
            texts.add(element.text());
            texts.add(element.attr("value"));
            texts.add(element.attr("alt"));
            texts.add(element.attr("title"));
            texts.stream()
                    .map(text ->
                            STARS.matcher(Letters.simple(text)).replaceAll(" ").strip())
                    .filter(text -> text.length() <= 30)
                    .forEach(text -> read(text, offered, figures));
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
        counted.addAll(lines(page));
        counted.addAll(told(figures));
        return new Grades(offered, counted, loose(page));
    }

    /** Whether figures may stand there that no text shows: drawn by a script, or in a picture of statistics. */
    public static boolean mayBeDrawn(Document page) {
        Element main = Regions.main(page);
        return !main.select("canvas").isEmpty()
                || isTold(page)
                || main.select("img").stream().anyMatch(image -> DRAWN.matcher(
                                image.attr("alt") + image.attr("title") + " " + image.attr("src"))
                        .find());
    }

    /** Whether a script names the grades, as where it writes their figures. */
    private static boolean isTold(Document page) {
        String scripts = page.select("script").stream().map(Element::data).collect(Collectors.joining("\n"));
        return ALL.stream().allMatch(grade -> scripts.matches("(?s).*['\"]" + grade + "['\"].*"));
    }

    private static int loose(Document page) {
        return (int) Regions.main(page).getAllElements().stream()
                .filter(element -> element.closest("a") == null
                        && FIGURE.matcher(element.ownText().strip()).matches()
                        && !element.ownText().strip().matches("[1-5]"))
                .count();
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

    /** The grades with a figure of their own; one to five in their order are the grades' own numbers. */
    private static Set<String> told(Map<String, Set<String>> figures) {
        for (boolean rising : new boolean[] {true, false}) {
            boolean scale = true;
            for (int at = 0; at < ALL.size(); at++) {
                scale &= figures.getOrDefault(ALL.get(at), Set.of()).contains(number(at, rising));
            }
            for (int at = 0; scale && at < ALL.size(); at++) {
                figures.get(ALL.get(at)).remove(number(at, rising));
            }
        }
        figures.values().removeIf(Set::isEmpty);
        return figures.keySet();
    }

    private static String number(int at, boolean rising) {
        return Integer.toString(rising ? at + 1 : ALL.size() - at);
    }

    /** A figure that stands before its grade, as on cards. */
    private static void above(String text, Map<String, Set<String>> figures) {
        Matcher matcher = FIGURE_FIRST.matcher(text);
        if (matcher.matches()) {
            figures.computeIfAbsent(matcher.group(2), grade -> new HashSet<>()).add(matcher.group(1));
        }
    }

    private static void read(String text, Set<String> offered, Map<String, Set<String>> figures) {
        Matcher matcher = GRADE.matcher(text);
        if (matcher.lookingAt() && text.substring(matcher.end()).matches("[\\s)）\\]|%次人条件票个星分级·,，;；]*")) {
            offered.add(matcher.group(1));
            if (matcher.group(2) != null && !text.substring(matcher.end()).matches("(?s)\\s*[星分级].*")) {
                String told =
                        matcher.group(2).strip() + text.substring(matcher.end()).strip();
                figures.computeIfAbsent(matcher.group(1), grade -> new HashSet<>())
                        .add(told.replaceAll("[)）\\]|,，;；·]", ""));
            }
        }
    }

    /** The grades in one row, and their figures in the same cells of a later one. */
    private static Set<String> columns(Document page) {
        Set<String> counted = new LinkedHashSet<>();
        for (Element row : page.body().getAllElements()) {
            List<String> cells = cells(row);
            if (cells.stream().filter(ALL::contains).distinct().count() >= 2) {
                later(row).map(Grades::cells).forEach(next -> {
                    for (int at = 0; at < Math.min(cells.size(), next.size()); at++) {
                        if (ALL.contains(cells.get(at))
                                && FIGURE.matcher(next.get(at)).matches()) {
                            counted.add(cells.get(at));
                        }
                    }
                });
            }
        }
        return counted;
    }

    private static Stream<Element> later(Element row) {
        Element table = row.closest("table");
        if (table == null) {
            return row.nextElementSiblings().stream();
        }
        List<Element> rows = table.select("tr");
        return rows.subList(rows.indexOf(row) + 1, rows.size()).stream();
    }

    /** A grade in a cell, and a figure in one of the cells behind it. */
    private static Set<String> lines(Document page) {
        Set<String> counted = new LinkedHashSet<>();
        for (Element row : page.body().getAllElements()) {
            String grade = "";
            for (String cell : cells(row)) {
                if (ALL.contains(cell)) {
                    grade = cell;
                } else if (!grade.isEmpty() && FIGURE.matcher(cell).matches()) {
                    counted.add(grade);
                }
            }
        }
        return counted;
    }

    private static List<String> cells(Element row) {
        return row.children().stream()
                .map(cell -> Letters.simple(cell.text()).strip())
                .toList();
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
