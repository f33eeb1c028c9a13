package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.application.TargetTable.Broken;
import cn.lingpao.targetregistry.application.TargetTable.Described;
import cn.lingpao.targetregistry.application.TargetTable.Row;
import cn.lingpao.targetregistry.domain.CampaignDefinition;
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.TargetDetails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registers the targets of a table; a row that is refused does not hold up the others. */
public class ImportTargets {

    private final TargetTable table;
    private final Campaigns campaigns;
    private final Registration registration;

    public ImportTargets(TargetTable table, Campaigns campaigns, Targets targets) {
        this.table = table;
        this.campaigns = campaigns;
        this.registration = new Registration(targets);
    }

    public Result importTargets(String campaignId, byte[] file) {
        Optional<CampaignDefinition> campaign = campaigns.find(campaignId).map(found -> found.definition());
        if (campaign.isEmpty()) {
            return new UnknownCampaign(campaignId);
        }
        return switch (table.read(file)) {
            case TargetTable.Unreadable unreadable -> new Unreadable(unreadable.faults());
            case TargetTable.Rows table -> new Imported(register(campaign.get(), table.rows()));
        };
    }

    private List<RowReport> register(CampaignDefinition campaign, List<Row> rows) {
        Map<String, Integer> firstLines = new HashMap<>();
        rows.forEach(row -> firstLines.putIfAbsent(row.targetId(), row.line()));
        Map<String, TargetDetails> wanted = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row instanceof Described described && firstLines.get(row.targetId()) == row.line()) {
                wanted.put(row.targetId(), described.details());
            }
        }
        Map<String, TargetOutcome> outcomes = registration.register(campaign, wanted);
        List<RowReport> report = new ArrayList<>();
        for (Row row : rows) {
            report.add(new RowReport(row.line(), row.targetId(), outcome(row, firstLines, outcomes)));
        }
        return report;
    }

    private static TargetOutcome outcome(
            Row row, Map<String, Integer> firstLines, Map<String, TargetOutcome> outcomes) {
        return switch (row) {
            case Broken broken -> new TargetOutcome.Rejected(broken.faults());
            case Described described -> {
                int first = firstLines.get(row.targetId());
                yield first == row.line() ? outcomes.get(row.targetId()) : repeated(row.targetId(), first);
            }
        };
    }

    private static TargetOutcome repeated(String id, int firstLine) {
        return TargetOutcome.Rejected.because(
                Fault.of("id", "duplicate-id", "'" + id + "' stands in line " + firstLine + " already."));
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The table was read; each row has its own outcome. */
    public record Imported(List<RowReport> rows) implements Result {}

    /** The file is no table of targets; nothing is stored. */
    public record Unreadable(List<Fault> faults) implements Result {}

    /** There is no such campaign. */
    public record UnknownCampaign(String campaignId) implements Result {}

    /** What came of a row. */
    public record RowReport(int line, String targetId, TargetOutcome outcome) {}
}
