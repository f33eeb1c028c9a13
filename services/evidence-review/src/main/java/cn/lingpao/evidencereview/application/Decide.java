package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.application.DecisionRow.Readable;
import cn.lingpao.evidencereview.application.Report.Line;
import cn.lingpao.evidencereview.application.Report.Outcome;
import cn.lingpao.evidencereview.domain.Campaign;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Takes people's decisions: each is accepted, recognised as a repetition, or refused with a reason. */
public final class Decide {

    private static final int CHUNK = 1_000;

    private final Projection projection;
    private final Registry registry;
    private final Cells cells;
    private final WatchMachines machines;
    private final Clock clock;

    public Decide(Projection projection, Registry registry, Cells cells, WatchMachines machines, Clock clock) {
        this.projection = projection;
        this.registry = registry;
        this.cells = cells;
        this.machines = machines;
        this.clock = clock;
    }

    /**
     * Takes a batch, after the observations that were in the log before it.
     *
     * @throws UnknownCampaign when there is no such campaign
     * @throws NotReady when the cells have not followed the log in time; nothing was taken
     */
    public Report decide(String campaignId, Iterator<DecisionRow> rows, Caller caller) {
        Campaign campaign = campaign(campaignId);
        projection.awaitEndOfLog();
        DecisionBatch batch =
                new DecisionBatch(cells, campaign, caller, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        List<Line> lines = new ArrayList<>();
        while (rows.hasNext()) {
            lines.addAll(batch.take(chunk(rows)));
        }
        count(lines);
        return new Report(lines);
    }

    /**
     * Takes one decision.
     *
     * @throws UnknownCampaign when there is no such campaign
     * @throws NotReady when the cell is not there and the cells have not followed the log in time
     */
    public Line decide(Readable row, Caller caller) {
        Campaign campaign = campaign(row.cell().campaignId());
        if (cells.load(List.of(row.cell())).isEmpty()) {
            projection.awaitEndOfLog();
        }
        List<Line> lines = new DecisionBatch(
                        cells, campaign, caller, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .take(List.of(row));
        count(lines);
        return lines.getFirst();
    }

    /** Repeated decisions too: their first sender may not have lived to count them. */
    private void count(List<Line> lines) {
        machines.after(lines.stream()
                .filter(line -> line.outcome() != Outcome.REJECTED)
                .map(Line::cell)
                .filter(Objects::nonNull)
                .toList());
    }

    private Campaign campaign(String campaignId) {
        return registry.campaign(campaignId)
                .or(() -> {
                    registry.refresh();
                    return registry.campaign(campaignId);
                })
                .orElseThrow(() -> new UnknownCampaign(campaignId));
    }

    private static List<DecisionRow> chunk(Iterator<DecisionRow> rows) {
        List<DecisionRow> chunk = new ArrayList<>(CHUNK);
        while (rows.hasNext() && chunk.size() < CHUNK) {
            chunk.add(rows.next());
        }
        return chunk;
    }
}
