package cn.lingpao.inspection.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Finds what stands behind a label: on its line, in the next cell or block, below its column, in the panel of its tab. */
final class GuideValues {

    private static final int TABS = 3;

    private GuideValues() {}

    /** The value of a label; empty where nothing, or nothing that says anything, stands there. */
    static Optional<String> of(Element label) {
        Matcher line = GuideReading.LINE.matcher(label.text());
        if (line.matches() && !Labels.saysNothing(line.group(2))) {
            return Optional.of(line.group(2));
        }
        return panelByAddress(label)
                .or(() -> panelByPlace(label))
                .or(() -> below(label))
                .or(() -> behind(label));
    }

    private static Optional<String> panelByAddress(Element label) {
        Element tab = label.closest("a[href^=#], [data-target^=#], [aria-controls]");
        if (tab == null) {
            return Optional.empty();
        }
        String address = tab.attr(
                tab.hasAttr("data-target") ? "data-target" : tab.hasAttr("aria-controls") ? "aria-controls" : "href");
        String id = address.replaceFirst("^#", "");
        Element top = label.parents().isEmpty() ? label : label.parents().last();
        return id.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(top.getElementById(id)).flatMap(GuideValues::saying);
    }

    /** A strip of tabs, all of them labels, with as many panels behind it. */
    private static Optional<String> panelByPlace(Element label) {
        Element tab = widest(label);
        Element strip = tab.parent();
        if (strip == null || strip.normalName().matches("tr|dl|body")) {
            return Optional.empty();
        }
        List<Element> tabs = strip.children();
        long labels = tabs.stream()
                .filter(other -> !GuideReading.label(other).isEmpty())
                .count();
        Element next = strip.nextElementSibling();
        if (tabs.size() < TABS || labels * 2 <= tabs.size() || next == null) {
            return Optional.empty();
        }
        int index = tabs.indexOf(tab);
        if (next.childrenSize() == tabs.size()) {
            return saying(next.child(index));
        }
        List<Element> behind = strip.nextElementSiblings();
        return behind.size() >= tabs.size() ? saying(behind.get(index)) : Optional.empty();
    }

    /** A row of headings with their values in the row below. */
    private static Optional<String> below(Element label) {
        Element cell = label.closest("td, th");
        if (cell == null || cell.parent() == null || !cell.text().equals(label.text())) {
            return Optional.empty();
        }
        Element beside = cell.nextElementSibling() == null ? cell.previousElementSibling() : cell.nextElementSibling();
        Element row = cell.parent().nextElementSibling();
        boolean headings = beside != null && !GuideReading.label(beside).isEmpty();
        int index = cell.elementSiblingIndex();
        boolean below = headings
                && row != null
                && index < row.childrenSize()
                && GuideReading.label(row.child(index)).isEmpty()
                && GuideReading.label(row.child(0)).isEmpty();
        return below ? saying(row.child(index)) : Optional.empty();
    }

    private static Optional<String> behind(Element label) {
        for (Element at = label; at != null && !at.normalName().matches("body|table|tbody"); at = wrapper(at)) {
            Optional<String> value = loose(at);
            if (value.isEmpty()) {
                value = beside(at);
            }
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** The element around it that holds nothing else. */
    private static Element wrapper(Element element) {
        Element parent = element.parent();
        return parent != null && parent.text().equals(element.text()) ? parent : null;
    }

    private static Element widest(Element label) {
        Element at = label;
        for (Element next = wrapper(at); next != null && !next.normalName().equals("body"); next = wrapper(at)) {
            at = next;
        }
        return at;
    }

    /** Loose text up to the next element. */
    private static Optional<String> loose(Element label) {
        StringBuilder text = new StringBuilder();
        for (Node node = label.nextSibling(); node != null && !(node instanceof Element); node = node.nextSibling()) {
            text.append(node instanceof TextNode words ? words.text() : "");
        }
        String value = text.toString().replaceAll("^[\\s：:]+", "");
        return Labels.saysNothing(value) ? Optional.empty() : Optional.of(value);
    }

    /** The words of the following siblings, up to the next label. */
    private static Optional<String> beside(Element label) {
        Element next = label.nextElementSibling();
        while (next != null && !startsWithLabel(next)) {
            Optional<String> value = saying(next);
            if (value.isPresent()) {
                return value;
            }
            next = next.nextElementSibling();
        }
        return Optional.empty();
    }

    private static boolean startsWithLabel(Element element) {
        return element.getAllElements().stream().limit(4).anyMatch(part -> !GuideReading.label(part)
                .isEmpty());
    }

    private static Optional<String> saying(Element element) {
        if (!Labels.saysNothing(element.text())) {
            return Optional.of(element.text());
        }
        boolean shows = !element.select("img[src], a[href], embed, object").isEmpty()
                || element.normalName().equals("img");
        return shows && element.text().isBlank() ? Optional.of("（图片或附件）") : Optional.empty();
    }
}
