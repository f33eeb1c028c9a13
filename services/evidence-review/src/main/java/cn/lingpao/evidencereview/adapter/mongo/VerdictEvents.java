package cn.lingpao.evidencereview.adapter.mongo;

import cn.lingpao.contracts.Evidence;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.VerdictReached;
import cn.lingpao.eventing.OutboxEntry;
import cn.lingpao.evidencereview.domain.Value;
import cn.lingpao.evidencereview.domain.Verdict;

/** Verdicts as the others hear them. */
final class VerdictEvents {

    private VerdictEvents() {}

    /** The id of the event is the verdict's: told twice, it is the same event. */
    static OutboxEntry entry(Verdict verdict) {
        return OutboxEntry.of(verdict.id(), verdict.reachedAt(), event(verdict));
    }

    private static VerdictReached event(Verdict verdict) {
        return new VerdictReached(
                verdict.id(),
                verdict.cell().campaignId(),
                verdict.cell().targetId(),
                verdict.groupId(),
                verdict.cell().checkPointId(),
                verdict.sequence(),
                value(verdict.value()),
                verdict.observationIds(),
                verdict.evidence().stream()
                        .map(each ->
                                new Evidence(each.url(), each.title(), each.capturedAt(), each.sha256(), each.note()))
                        .toList(),
                verdict.decidedBy(),
                verdict.reason(),
                verdict.reachedAt());
    }

    private static ObservedValue value(Value value) {
        return new ObservedValue(
                ObservedValue.Kind.valueOf(value.kind().name()), value.number(), value.grade(), value.cause());
    }
}
