package cn.lingpao.cli.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of the observations file. */
final class ObservationRows {

    private static final Set<String> NOTHING_CAME = Set.of("timeout", "robots");
    private static final List<String> INSPECTORS = List.of("demo-inspector-1", "demo-inspector-2", "demo-inspector-3");

    private final long seed;

    ObservationRows(long seed) {
        this.seed = seed;
    }

    List<Map<String, Object>> of(Cell cell) {
        List<Map<String, Object>> rows = new ArrayList<>();
        boolean machine = !cell.observed().isDetermined() || dice(cell).chance(0.5);
        rows.add(row(cell, cell.observed(), machine, cell.times().observed()));
        cell.second()
                .ifPresent(finding ->
                        rows.add(row(cell, finding, false, cell.times().second())));
        return rows;
    }

    private Map<String, Object> row(Cell cell, Finding finding, boolean machine, Instant at) {
        String channel = channel(cell.point().nodeId());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("target", cell.place().id());
        row.put("checkPoint", cell.point().id());
        row.put("channel", channel);
        finding.writeTo(row);
        row.put("collector", machine ? collector("demo-probe", "SYSTEM") : collector(inspector(cell), "PERSON"));
        row.put("observedAt", at.toString());
        row.put("evidence", List.of(evidence(cell, finding, channel, at)));
        return row;
    }

    private Map<String, Object> evidence(Cell cell, Finding finding, String channel, Instant at) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("url", cell.place().url(channel) + cell.point().id());
        if (finding.cause() == null || !NOTHING_CAME.contains(finding.cause())) {
            Page page = Page.of(seed, cell.place(), cell.point(), finding);
            evidence.put("title", page.title());
            evidence.put("capturedAt", at.minus(Duration.ofSeconds(20)).toString());
            evidence.put("sha256", page.sha256());
        }
        evidence.put("note", DemoCampaign.INVENTED);
        return evidence;
    }

    private static String channel(String nodeId) {
        return switch (nodeId) {
            case "openness", "open-quality", "operation", "trading", "use", "rating-function", "rating-result" ->
                "open-data-platform";
            case "coverage", "depth", "accuracy", "integration", "handling", "payment", "identity", "rating-channels" ->
                "service-platform";
            default -> "portal";
        };
    }

    private static Map<String, String> collector(String id, String kind) {
        Map<String, String> collector = new LinkedHashMap<>();
        collector.put("id", id);
        collector.put("kind", kind);
        return collector;
    }

    private String inspector(Cell cell) {
        return dice(cell).oneOf(INSPECTORS);
    }

    private Dice dice(Cell cell) {
        return Dice.of(seed, cell.place().id(), cell.point().id(), "collector");
    }
}
