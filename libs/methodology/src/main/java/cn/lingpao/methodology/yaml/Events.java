package cn.lingpao.methodology.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** A look at the stream of events before anything is built of it, so that a hostile document costs nothing. */
final class Events {

    private static final int MAX_DEPTH = 64;

    private Events() {}

    static Optional<Fault> firstForbidden(LoadSettings settings, String document) {
        Deque<Event> last = new ArrayDeque<>();
        try {
            return firstForbidden(new Parse(settings).parseString(document), last);
        } catch (MarkedYamlEngineException syntax) {
            return Optional.of(
                    openQuote(Optional.ofNullable(last.peek()), syntax).orElseThrow(() -> syntax));
        }
    }

    private static Optional<Fault> firstForbidden(Iterable<Event> events, Deque<Event> last) {
        int depth = 0;
        for (Event event : events) {
            last.clear();
            last.push(event);
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > MAX_DEPTH) {
                return fault(event, "too-deep", "nested deeper than " + MAX_DEPTH + ": make the tree flatter");
            }
            if (event instanceof AliasEvent
                    || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                return fault(event, "alias", "anchors and aliases are not read: write the value out here");
            }
            if (tagged(event)) {
                return fault(event, "tag", "tags (!…) are not read: remove it");
            }
        }
        return Optional.empty();
    }

    /** A quote that was left open ends at the next one, lines below, or never: the fault is where it begins. */
    private static Optional<Fault> openQuote(Optional<Event> last, MarkedYamlEngineException syntax) {
        boolean never = "found unexpected end of stream".equals(syntax.getProblem());
        Optional<Mark> open = never
                ? syntax.getContextMark()
                : last.filter(Events::isQuoteOfLines).flatMap(Event::getStartMark);
        return open.map(mark -> new Fault(
                mark.getLine() + 1,
                mark.getColumn() + 1,
                "",
                "syntax",
                "this is not YAML: the quote that opens here is not closed in its line; close it"));
    }

    private static boolean isQuoteOfLines(Event event) {
        return event instanceof ScalarEvent scalar
                && (scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                        || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED)
                && line(scalar.getStartMark()) < line(scalar.getEndMark());
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0);
    }

    private static boolean tagged(Event event) {
        return event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent start && start.getTag().isPresent();
    }

    private static Optional<Fault> fault(Event event, String code, String reason) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        int column = event.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
        return Optional.of(new Fault(line, column, "", code, reason));
    }
}
