package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.application.InFlight.Claim;
import cn.lingpao.datacollection.application.plan.NewestFindings;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.ObservationId;
import cn.lingpao.datacollection.domain.Rejection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Sends to the log what neither the store holds nor is on its way. */
public final class Intake {

    private final Observations observations;
    private final NewestFindings findings;
    private final Rejections rejections;
    private final IntakeLog log;
    private final InFlight inFlight;

    public Intake(
            Observations observations,
            NewestFindings findings,
            Rejections rejections,
            IntakeLog log,
            InFlight inFlight) {
        this.observations = observations;
        this.findings = findings;
        this.rejections = rejections;
        this.log = log;
        this.inFlight = inFlight;
    }

    /** Starts sending the new ones among these and returns which these are; what must still be acknowledged is added to {@code promises}. */
    Set<ObservationId> send(Map<ObservationId, Observation> candidates, List<CompletableFuture<Void>> promises) {
        if (candidates.isEmpty()) {
            return new HashSet<>();
        }
        Claim claim = inFlight.claim(candidates.keySet());
        try {
            List<Observation> mine = claim.mine().stream().map(candidates::get).toList();
            Set<ObservationId> known = observations.known(findings.notLater(mine));
            claim.giveBack(known);
            List<Observation> fresh =
                    mine.stream().filter(each -> !known.contains(each.id())).toList();
            claim.follow(fresh.isEmpty() ? CompletableFuture.completedFuture(null) : log.recorded(fresh));
            promises.addAll(claim.promises());
            return fresh.stream().map(Observation::id).collect(Collectors.toCollection(HashSet::new));
        } catch (RuntimeException failure) {
            claim.fail(failure);
            throw failure;
        }
    }

    /** Those among these that the store does not hold. */
    Set<ObservationId> unknown(Map<ObservationId, Observation> candidates) {
        Set<ObservationId> unknown = new HashSet<>(candidates.keySet());
        unknown.removeAll(observations.known(findings.notLater(candidates.values())));
        return unknown;
    }

    /** Starts sending the new ones among these. */
    void refuse(Map<String, Rejection> candidates, List<CompletableFuture<Void>> promises) {
        if (candidates.isEmpty()) {
            return;
        }
        Map<String, Rejection> fresh = new LinkedHashMap<>(candidates);
        fresh.keySet().removeAll(rejections.known(candidates.keySet()));
        if (!fresh.isEmpty()) {
            promises.add(log.rejected(new ArrayList<>(fresh.values())));
        }
    }
}
