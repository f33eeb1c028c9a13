package cn.lingpao.datacollection.adapter.kafka;

import cn.lingpao.contracts.Collector;
import cn.lingpao.contracts.Evidence;
import cn.lingpao.contracts.ObservationRecorded;
import cn.lingpao.contracts.ObservationRejected;
import cn.lingpao.contracts.ObservationSubmitted;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.ObservationId;
import cn.lingpao.datacollection.domain.Observer;
import cn.lingpao.datacollection.domain.Proof;
import cn.lingpao.datacollection.domain.Rejection;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.Value;
import cn.lingpao.datacollection.domain.Value.Judgement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Translates between the published language and our own. */
final class Wire {

    private Wire() {}

    static ObservationRecorded event(Observation observation) {
        Submission content = observation.content();
        return new ObservationRecorded(
                observation.id().value(),
                content.campaignId(),
                content.targetId(),
                observation.groupId(),
                content.checkPointId(),
                content.channelId(),
                value(content.value()),
                new Collector(
                        content.observer().id(),
                        Collector.Kind.valueOf(content.observer().kind().name())),
                content.observedAt(),
                content.evidence().stream().map(Wire::evidence).toList(),
                observation.recordedAt());
    }

    static Observation observation(ObservationRecorded event) {
        Submission content = new Submission(
                event.campaignId(),
                event.targetId(),
                event.checkPointId(),
                event.channelId(),
                value(event.value()),
                observer(event.collector()),
                event.observedAt(),
                proofs(event.evidence()));
        return new Observation(new ObservationId(event.observationId()), content, event.groupId(), event.recordedAt());
    }

    /** Instants are cut to milliseconds, as the intake over HTTP cuts them: the same content has the same id. */
    static Submission submission(ObservationSubmitted event) {
        return new Submission(
                event.campaignId(),
                event.targetId(),
                event.checkPointId(),
                event.channelId(),
                value(event.value()),
                observer(event.collector()),
                event.observedAt().truncatedTo(ChronoUnit.MILLIS),
                proofs(event.evidence()));
    }

    static ObservationRejected event(Rejection rejection) {
        return new ObservationRejected(
                rejection.id(),
                rejection.campaignId(),
                rejection.targetId(),
                rejection.line(),
                rejection.fault().field(),
                rejection.fault().code().text(),
                rejection.fault().reason(),
                rejection.row(),
                rejection.rejectedAt());
    }

    static Rejection rejection(ObservationRejected event) {
        return new Rejection(
                event.rejectionId(),
                event.campaignId(),
                event.targetId(),
                event.line(),
                new Fault(event.field(), Fault.Code.of(event.code()), event.reason()),
                event.row(),
                event.rejectedAt());
    }

    private static ObservedValue value(Value value) {
        return switch (value) {
            case Judgement judgement ->
                switch (judgement) {
                    case MET -> ObservedValue.MET;
                    case NOT_MET -> ObservedValue.NOT_MET;
                    case NOT_APPLICABLE -> ObservedValue.NOT_APPLICABLE;
                };
            case Value.Undetermined open -> ObservedValue.undetermined(open.cause());
            case Value.Measured measured -> ObservedValue.number(measured.number());
            case Value.Graded graded -> ObservedValue.grade(graded.grade());
        };
    }

    private static Value value(ObservedValue value) {
        return switch (value.kind()) {
            case MET -> Judgement.MET;
            case NOT_MET -> Judgement.NOT_MET;
            case NOT_APPLICABLE -> Judgement.NOT_APPLICABLE;
            case UNDETERMINED -> new Value.Undetermined(value.cause());
            case NUMBER -> new Value.Measured(Objects.requireNonNull(value.number()));
            case GRADE -> new Value.Graded(Objects.requireNonNull(value.grade()));
        };
    }

    private static Observer observer(Collector collector) {
        return new Observer(
                collector.id(), Observer.Kind.valueOf(collector.kind().name()));
    }

    private static Evidence evidence(Proof proof) {
        return new Evidence(proof.url(), proof.title(), proof.capturedAt(), proof.sha256(), proof.note());
    }

    private static List<Proof> proofs(List<Evidence> evidence) {
        return evidence.stream()
                .map(each -> new Proof(each.url(), each.title(), millis(each.capturedAt()), each.sha256(), each.note()))
                .toList();
    }

    private static @Nullable Instant millis(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
