package cn.lingpao.targetregistry.adapter.yaml;

import cn.lingpao.contracts.SiteCheck;
import cn.lingpao.targetregistry.application.CampaignLanguage.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which check of a collector decides which check point. */
class MachineChecks {

    private static final String CHECKS = "checks";

    private final Mapping assignment;
    private final Map<String, Position> positions;

    MachineChecks(Mapping assignment, Map<String, Position> positions) {
        this.assignment = assignment;
        this.positions = positions;
    }

    /** Check points by check; none when the assignment does not say. */
    Map<String, String> read() {
        Optional<Mapping> written = assignment.mapping(CHECKS);
        if (written.isEmpty()) {
            assignment.node("collector").ifPresent(this::checksAreMissing);
            return Map.of();
        }
        surroundings();
        Map<String, String> checks = new LinkedHashMap<>();
        for (String check : written.get().keys()) {
            read(written.get(), check, checks);
        }
        return checks;
    }

    private void read(Mapping written, String check, Map<String, String> checks) {
        if (SiteCheck.of(check).isEmpty()) {
            written.note(
                    written.node(check).orElse(null),
                    check,
                    "unknown-check",
                    "'" + check + "' is no check; there are " + SiteCheck.ids() + ".");
        }
        String point = written.text(check);
        written.node(check).ifPresent(node -> positions.put(written.path(check), Mapping.position(node)));
        if (!point.isEmpty() && checks.containsValue(point)) {
            written.note(
                    written.node(check).orElse(null),
                    check,
                    "decided-twice",
                    "'" + point + "' is decided by another check here; leave it to one.");
        }
        checks.put(check, point);
    }

    /** Other programs may know by themselves what decides a check point; this one would visit nothing. */
    private void checksAreMissing(Node collector) {
        if (SiteCheck.COLLECTOR.equals(assignment.text("collector")) && !assignment.has(CHECKS)) {
            assignment.note(
                    collector,
                    CHECKS,
                    "missing-checks",
                    "'" + SiteCheck.COLLECTOR + "' visits nothing without 'checks'; in place of 'checkPoints' say which"
                            + " check decides which check point, for example checks: {search: site.search}.");
        }
    }

    /** A check needs somebody who makes it and a site to look at. */
    private void surroundings() {
        assignment.required("collector");
        assignment.required("channels");
        assignment
                .node("checkPoints")
                .ifPresent(node -> assignment.note(
                        node, "checkPoints", "not-both", "'checks' names the check points; leave 'checkPoints' out."));
    }
}
