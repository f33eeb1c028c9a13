package cn.lingpao.inspection.reading;

import java.net.URI;
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

/**
 * The elements of a service guide: a label with a value behind it, in a table, a definition list, headings or plain lines.
 *
 * @param values element to its value, those that are there
 * @param labelled elements whose label stands there, with or without a value
 */
public record GuideReading(Map<String, String> values, List<String> labelled) {

    static final Pattern LINE = Pattern.compile("^\\s*(\\S.{1,18}?)\\s*(?:[：:]|(?<=[】\\]]))\\s*(.*)$", Pattern.DOTALL);
    /** Several labels may stand on one line. */
    private static final String LINES = "[\\n\\r]+|(?<=[\\s\\u3000；;。])(?=\\p{IsHan}{2,10}\\s*[：:])";

    private static final Set<String> REQUIRED =
            Set.of(GuideElement.CONDITIONS.chinese(), GuideElement.MATERIALS.chinese());
    private static final int LABEL = 24;

    /** Reads the middle of a page; head, navigation and footer say nothing of the guide. */
    public static GuideReading of(Document page) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> labelled = new LinkedHashSet<>();
        for (Element element : Regions.main(page).getAllElements()) {
            Set<String> names = leadsAway(element, page) ? Set.of() : label(element);
            labelled.addAll(names);
            if (!names.isEmpty()) {
                GuideValues.of(element).ifPresent(text -> put(values, names, text));
            }
            element.textNodes().stream()
                    .flatMap(text -> Stream.of(text.getWholeText().split(LINES)))
                    .forEach(line -> readLine(line, values, labelled));
        }
        return new GuideReading(values, List.copyOf(labelled));
    }

    /** The elements that are not there, as the regulation names them. */
    public List<String> missing() {
        return Stream.of(GuideElement.values())
                .map(GuideElement::chinese)
                .filter(name -> !values.containsKey(name))
                .toList();
    }

    /** Whether a label stands there that tells of a service, not only of where and when somebody is to be met. */
    public boolean tellsService() {
        return Stream.of(GuideElement.values())
                .filter(element -> element != GuideElement.PLACE
                        && element != GuideElement.HOURS
                        && element != GuideElement.TELEPHONE)
                .anyMatch(element -> labelled.contains(element.chinese()));
    }

    /** How many elements there are to have. */
    public static int elements() {
        return GuideElement.values().length;
    }

    /** Whether it is a link to another page: 办事流程 among the ways of a portal of services is no label. */
    private static boolean leadsAway(Element element, Document page) {
        Element link = element.closest("a[href]");
        URI here = Links.of(page.location()).orElse(null);
        return link != null
                && Links.target(link)
                        .filter(url -> here == null || !Links.samePage(url, here))
                        .isPresent();
    }

    /** Elements whose value is 无: an answer, or none, who can tell. */
    public List<String> saysNone() {
        return values.entrySet().stream()
                .filter(value -> isNone(value.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isNone(String text) {
        return text.strip().matches("[无無][。.]?");
    }

    /** 无 may answer what is required; where, when and on what ground it says nothing. */
    private static void put(Map<String, String> values, Set<String> names, String text) {
        boolean none = isNone(text);
        names.stream().filter(name -> !none || REQUIRED.contains(name)).forEach(name -> values.putIfAbsent(name, text));
    }

    private static void readLine(String line, Map<String, String> values, Set<String> labelled) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            Set<String> names = names(Labels.bare(matcher.group(1)));
            labelled.addAll(names);
            if (!Labels.saysNothing(matcher.group(2))) {
                put(values, names, matcher.group(2));
            }
        }
    }

    /** The elements that an element of the page is a label of. */
    static Set<String> label(Element element) {
        String text = element.ownText().isBlank() && element.childrenSize() > 1 ? "" : element.text();
        Matcher line = LINE.matcher(text);
        String bare = Labels.bare(line.matches() ? line.group(1) : text);
        return text.isBlank() || bare.length() > LABEL ? Set.of() : names(bare);
    }

    private static Set<String> names(String bare) {
        return Stream.of(GuideElement.values())
                .filter(element -> element.isNamedBy(bare))
                .map(GuideElement::chinese)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
