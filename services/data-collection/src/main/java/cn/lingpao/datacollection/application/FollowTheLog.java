package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.application.evidence.EvidenceStore;
import cn.lingpao.datacollection.application.plan.NewestFindings;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Rejection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Takes observations and rejections over from the log into the store; a second delivery changes nothing. */
public final class FollowTheLog {

    private final Observations observations;
    private final Rejections rejections;
    private final EvidenceStore evidence;
    private final NewestFindings findings;
    private final InFlight inFlight;
    private final RightOfWay rightOfWay;
    private final Executor writers;

    /** @param writers on which the parts of the store are written beside each other */
    public FollowTheLog(
            Observations observations,
            Rejections rejections,
            EvidenceStore evidence,
            NewestFindings findings,
            InFlight inFlight,
            RightOfWay rightOfWay,
            Executor writers) {
        this.observations = observations;
        this.rejections = rejections;
        this.evidence = evidence;
        this.findings = findings;
        this.inFlight = inFlight;
        this.rightOfWay = rightOfWay;
        this.writers = writers;
    }

    /** Returns how many were new, when every part of the store has them; a part that failed is told after all have ended. */
    public int observations(List<Placed<Observation>> records) {
        rightOfWay.give();
        List<Observation> facts = records.stream().map(Placed::record).toList();
        CompletableFuture<Void> named = CompletableFuture.runAsync(() -> evidence.named(facts), writers);
        CompletableFuture<Void> found = CompletableFuture.runAsync(() -> findings.takeOver(facts), writers);
        CompletableFuture<Integer> fresh = CompletableFuture.supplyAsync(() -> observations.takeOver(records), writers);
        await(CompletableFuture.allOf(named, found, fresh));
        inFlight.settled(facts.stream().map(Observation::id).toList());
        return fresh.join();
    }

    private static void await(CompletableFuture<Void> all) {
        try {
            all.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /** Returns how many were new. */
    public int rejections(List<Placed<Rejection>> records) {
        return rejections.takeOver(records);
    }
}
