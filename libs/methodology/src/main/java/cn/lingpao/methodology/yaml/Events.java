package cn.lingpao.methodology.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** A look at the stream of events before anything is built of it, so that a hostile document costs nothing. */
final class Events {

    private static final int MAX_DEPTH = 64;

    private Events() {}

    static Optional<Fault> firstForbidden(LoadSettings settings, String document) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(document)) {
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
