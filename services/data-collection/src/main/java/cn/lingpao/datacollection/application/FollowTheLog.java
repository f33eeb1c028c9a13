package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.application.evidence.EvidenceStore;
import cn.lingpao.datacollection.application.plan.NewestFindings;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Rejection;
import java.util.List;

/** Takes observations and rejections over from the log into the store; a second delivery changes nothing. */
public final class FollowTheLog {

    private final Observations observations;
    private final Rejections rejections;
    private final EvidenceStore evidence;
    private final NewestFindings findings;
    private final InFlight inFlight;

    public FollowTheLog(
            Observations observations,
            Rejections rejections,
            EvidenceStore evidence,
            NewestFindings findings,
            InFlight inFlight) {
        this.observations = observations;
        this.rejections = rejections;
        this.evidence = evidence;
        this.findings = findings;
        this.inFlight = inFlight;
    }

    /** Returns how many were new. */
    public int observations(List<Placed<Observation>> records) {
        int fresh = observations.takeOver(records);
        List<Observation> facts = records.stream().map(Placed::record).toList();
        evidence.named(facts);
        findings.takeOver(facts);
        inFlight.settled(records.stream().map(record -> record.record().id()).toList());
        return fresh;
    }

    /** Returns how many were new. */
    public int rejections(List<Placed<Rejection>> records) {
        return rejections.takeOver(records);
    }
}
