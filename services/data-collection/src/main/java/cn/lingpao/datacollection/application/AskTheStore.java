package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.application.plan.NewestFindings;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Rejection;
import org.jspecify.annotations.Nullable;

/** Answers what was observed, what was refused, and how far a campaign has come. */
public final class AskTheStore {

    private final Projection projection;
    private final Observations observations;
    private final NewestFindings findings;
    private final Rejections rejections;

    public AskTheStore(
            Projection projection, Observations observations, NewestFindings findings, Rejections rejections) {
        this.projection = projection;
        this.observations = observations;
        this.findings = findings;
        this.rejections = rejections;
    }

    public Page<Observation> observations(
            String campaignId, @Nullable String targetId, @Nullable String checkPointId, Paging paging) {
        return observations.find(campaignId, targetId, checkPointId, paging);
    }

    public Page<Rejection> rejections(String campaignId, Paging paging) {
        return rejections.find(campaignId, paging);
    }

    /** @param settled counts everything that was accepted before the call, for which it may have to wait */
    public Progress progress(String campaignId, boolean settled) {
        if (settled) {
            projection.awaitEndOfLog();
        }
        return new Progress(observations.count(campaignId), findings.cells(campaignId), rejections.count(campaignId));
    }
}
