package cn.lingpao.inspection.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The line of a list that a link stands in, whatever elements make the list. */
final class Rows {

    private static final Set<String> LINES = Set.of("li", "tr", "dd", "dt");
    private static final int DEEP = 6;

    private Rows() {}

    /** The largest block around a link that has no other link, or the list line whose longest link it is. */
    static Element around(Element link) {
        Element row = link;
        for (int level = 0; level < DEEP && isAlone(row.parent(), link); level++) {
            row = row.parent();
        }
        Element line = link.parents().stream()
                .filter(parent -> LINES.contains(parent.normalName()))
                .findFirst()
                .orElse(null);
        boolean wider = line != null && line.parents().size() < row.parents().size();
        return wider && isMainLink(link, line) ? line : row;
    }

    /** The texts of a row that may be its date: of each element, of loose text, and of what stands beside the row. */
    static List<String> texts(Element link, Element row) {
        List<String> texts = new ArrayList<>();
        for (Element element : row.getAllElements()) {
            if (element != link && element.text().length() < 60) {
                texts.add(element.text());
                texts.add(spaced(element));
            }
            element.textNodes().forEach(text -> texts.add(text.text()));
        }
        texts.add(without(link, row));
        texts.removeIf(text -> text.isBlank() || text.strip().equals(link.text().strip()));
        texts.addAll(beside(row));
        return texts;
    }

    /** The words of a row besides those of its link. */
    private static String without(Element link, Element row) {
        return row.nodeStream(TextNode.class)
                .filter(text -> !(text.parent() instanceof Element parent)
                        || parent != link && !parent.parents().contains(link))
                .map(text -> text.text().strip())
                .collect(Collectors.joining(" "));
    }

    /** The words of an element with a space between its parts, however they stand on the screen. */
    static String spaced(Element element) {
        return element.nodeStream(TextNode.class)
                .map(TextNode::text)
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    private static boolean isAlone(Element parent, Element link) {
        if (parent == null
                || parent.normalName().equals("body")
                || parent.normalName().equals("html")) {
            return false;
        }
        String target = way(link);
        return parent.select("a[href]").stream().allMatch(other -> way(other).equals(target));
    }

    /** What tells a link from others; those that open an address by script all have the same one. */
    private static String way(Element link) {
        String href = link.attr("href").strip();
        return href.startsWith("#") || href.toLowerCase(Locale.ROOT).startsWith("javascript:")
                ? href + " " + link.attr("onclick")
                : href;
    }

    private static boolean isMainLink(Element link, Element line) {
        List<Element> links = line.select("a[href]");
        boolean few = links.stream().map(other -> other.attr("href")).distinct().count() <= 3;
        return few
                && line.select("li, tr").size() <= 1
                && links.stream()
                        .noneMatch(other -> other.text().length() > link.text().length());
    }

    private static List<String> beside(Element row) {
        boolean dateFirst = leads(row.parent());
        List<String> texts = new ArrayList<>();
        StringBuilder loose = new StringBuilder();
        Node node = next(row, dateFirst);
        while (node != null && !isEnd(node)) {
            String text = node instanceof TextNode words
                    ? words.text()
                    : node instanceof Element element ? element.text() : "";
            texts.add(text);
            loose.append(' ').append(text);
            node = next(node, dateFirst);
        }
        texts.add(loose.toString());
        texts.removeIf(text -> text.isBlank() || text.length() > 80);
        return texts;
    }

    /** Whether a container starts with words that are no link, so that dates stand before their links. */
    private static boolean leads(Element container) {
        if (container == null) {
            return false;
        }
        for (Node child : container.childNodes()) {
            String text = child instanceof TextNode words
                    ? words.text()
                    : child instanceof Element element ? element.text() : "";
            boolean link = child instanceof Element element
                    && (element.normalName().equals("a") || element.selectFirst("a[href]") != null);
            if (link || !text.isBlank()) {
                return !link && text.matches(".*\\d[-/.月]\\s*\\d.*");
            }
        }
        return false;
    }

    private static Node next(Node node, boolean backwards) {
        return backwards ? node.previousSibling() : node.nextSibling();
    }

    private static boolean isEnd(Node node) {
        if (!(node instanceof Element element)) {
            return false;
        }
        String name = element.normalName();
        return name.equals("br")
                || name.equals("a")
                || name.equals("hr")
                || name.equals("script")
                || element.selectFirst("a[href]") != null
                || LINES.contains(name) && !name.startsWith("d");
    }
}
