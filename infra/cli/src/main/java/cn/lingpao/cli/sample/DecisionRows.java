package cn.lingpao.cli.sample;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Rows of the files of decisions, one file a reviewer. */
final class DecisionRows {

    private DecisionRows() {}

    static Map<String, Object> first(Cell cell) {
        return row(
                "demo-reviewer-1",
                cell,
                cell.first(),
                agreement(cell, cell.first()),
                cell.times().first());
    }

    static Map<String, Object> other(Cell cell) {
        return row(
                "demo-reviewer-2",
                cell,
                cell.other(),
                agreement(cell, cell.other()),
                cell.times().other());
    }

    static Optional<Map<String, Object>> arbiter(Cell cell) {
        return cell.arbiter()
                .map(finding -> row(
                        "demo-arbiter",
                        cell,
                        finding,
                        "：两位评审不一致，仲裁",
                        cell.times().arbiter()));
    }

    private static String agreement(Cell cell, Finding finding) {
        return finding.equals(cell.observed()) ? "" : "：复核截图后与采集结果不一致";
    }

    private static Map<String, Object> row(String who, Cell cell, Finding finding, String reason, Instant at) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("targetId", cell.place().id());
        row.put("checkPointId", cell.point().id());
        finding.writeTo(row);
        row.put("reason", DemoCampaign.INVENTED + reason);
        row.put("decidedBy", who);
        row.put("at", at.toString());
        return row;
    }
}
