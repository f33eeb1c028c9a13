package cn.lingpao.targetregistry.adapter.yaml;

import cn.lingpao.contracts.SiteCheck;
import cn.lingpao.targetregistry.application.CampaignLanguage.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
