package cn.lingpao.datacollection.application;

import cn.lingpao.datacollection.application.Report.Line;
import cn.lingpao.datacollection.application.Report.Outcome;
import cn.lingpao.datacollection.domain.Admission;
import cn.lingpao.datacollection.domain.Campaign;
import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.ObservationId;
import cn.lingpao.datacollection.domain.Rejection;
import cn.lingpao.datacollection.domain.Row;
import cn.lingpao.datacollection.domain.Sender;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One batch on its way through the intake, chunk by chunk. */
final class Batch {

    private final Registry registry;
    private final Intake intake;
    private final Instant now;
    private final Admission admission;
    private final boolean trial;
    private final List<Line> lines = new ArrayList<>();
    private final List<CompletableFuture<Void>> promises = new ArrayList<>();
    private boolean refreshed;

    /** @param trial says what would become of the rows and sends nothing */
    Batch(Registry registry, Intake intake, Instant now, Sender sender, boolean trial) {
        this.registry = new OneView(registry);
        this.intake = intake;
        this.now = now;
        this.admission = new Admission(now, sender);
        this.trial = trial;
    }

    void take(List<Row> rows) {
        List<Judged> judged = rows.stream().map(this::judge).toList();
        Map<ObservationId, Observation> observations = new LinkedHashMap<>();
        Map<String, Rejection> rejections = new LinkedHashMap<>();
        for (Judged each : judged) {
            switch (each) {
                case Judged.Fit fit ->
                    observations.putIfAbsent(fit.observation().id(), fit.observation());
                case Judged.Unfit unfit -> {
                    Rejection rejection = Rejection.of(unfit.row(), unfit.fault(), now);
                    rejections.putIfAbsent(rejection.id(), rejection);
                }
            }
        }
        Set<ObservationId> fresh = trial ? intake.unknown(observations) : intake.send(observations, promises);
        if (!trial) {
            intake.refuse(rejections, promises);
        }
        judged.forEach(each -> lines.add(line(each, fresh)));
    }

    /** Waits until the log has acknowledged everything. */
    Report report() {
        try {
            CompletableFuture.allOf(promises.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failure) {
            throw new NotReady("the log did not acknowledge the batch; send it again", failure);
        }
        return new Report(lines);
    }

    private static Line line(Judged judged, Set<ObservationId> fresh) {
        return switch (judged) {
            case Judged.Fit fit ->
                Line.taken(
                        fit.row().line(),
                        fresh.remove(fit.observation().id()) ? Outcome.ACCEPTED : Outcome.REPEATED,
                        fit.observation().id());
            case Judged.Unfit unfit -> Line.refused(unfit.row().line(), unfit.fault());
        };
    }

    private Judged judge(Row row) {
        return switch (row) {
            case Row.Unreadable unreadable -> new Judged.Unfit(row, unreadable.fault());
            case Row.Readable readable -> judge(row, readable.submission());
        };
    }

    private Judged judge(Row row, Submission submission) {
        Judged judged = judgeNow(row, submission);
        if (!refreshed
                && judged instanceof Judged.Unfit unfit
                && unfit.fault().code().mayBeStale()) {
            registry.refresh();
            refreshed = true;
            return judgeNow(row, submission);
        }
        return judged;
    }

    private Judged judgeNow(Row row, Submission submission) {
        Campaign campaign = registry.campaign(submission.campaignId()).orElse(null);
        Target target =
                registry.target(submission.campaignId(), submission.targetId()).orElse(null);
        Optional<Fault> fault = admission.refusal(submission, campaign, target);
        if (fault.isPresent() || target == null) {
            return new Judged.Unfit(row, fault.orElseThrow());
        }
        return new Judged.Fit(row, new Observation(ObservationId.of(submission), submission, target.groupId(), now));
    }

    private sealed interface Judged {

        record Fit(Row row, Observation observation) implements Judged {}

        record Unfit(Row row, Fault fault) implements Judged {}
    }
}
