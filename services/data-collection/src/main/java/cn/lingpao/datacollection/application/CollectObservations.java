package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.domain.Row;
import cn.lingpao.datacollection.domain.Sender;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Takes in a batch of rows: each is accepted, recognised as a repetition, or refused with a reason. */
public final class CollectObservations {

    private static final int CHUNK = 2_000;

    private final Projection projection;
    private final Registry registry;
    private final Intake intake;
    private final RightOfWay rightOfWay;
    private final Tally tally;
    private final Clock clock;

    public CollectObservations(
            Projection projection, Registry registry, Intake intake, RightOfWay rightOfWay, Tally tally, Clock clock) {
        this.projection = projection;
        this.registry = registry;
        this.intake = intake;
        this.rightOfWay = rightOfWay;
        this.tally = tally;
        this.clock = clock;
    }

    /**
     * Takes in a batch for one campaign.
     *
     * @throws UnknownCampaign when there is no such campaign; nothing was taken in
     */
    public Report collect(String campaignId, Sender sender, Iterator<Row> rows) {
        requireCampaign(campaignId);
        return collect(sender, rows);
    }

    /**
     * Says what would become of a batch, and changes nothing.
     *
     * @throws UnknownCampaign when there is no such campaign
     */
    public Report rehearse(String campaignId, Sender sender, Iterator<Row> rows) {
        requireCampaign(campaignId);
        return take(sender, rows, true);
    }

    private void requireCampaign(String campaignId) {
        if (registry.campaign(campaignId).isEmpty()) {
            registry.refresh();
            registry.campaign(campaignId).orElseThrow(() -> new UnknownCampaign(campaignId));
        }
    }

    /**
     * Takes in a batch and returns when the log has acknowledged it. What it took in before it failed is recognised when
     * the batch is sent again.
     *
     * @throws NotReady when the log or the store can't take it now
     */
    public Report collect(Sender sender, Iterator<Row> rows) {
        Report report = take(sender, rows, false);
        tally.counted(report);
        return report;
    }

    private Report take(Sender sender, Iterator<Row> rows, boolean trial) {
        projection.awaitStartOfIntake();
        Batch batch = new Batch(registry, intake, clock.instant().truncatedTo(ChronoUnit.MILLIS), sender, trial);
        try (RightOfWay.Batch first = rightOfWay.take()) {
            while (rows.hasNext()) {
                batch.take(chunk(rows));
            }
            return batch.report();
        }
    }

    private static List<Row> chunk(Iterator<Row> rows) {
        List<Row> chunk = new ArrayList<>(CHUNK);
        while (rows.hasNext() && chunk.size() < CHUNK) {
            chunk.add(rows.next());
        }
        return chunk;
    }
}
