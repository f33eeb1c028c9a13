package cn.lingpao.evidencereview.domain;

import cn.lingpao.evidencereview.domain.Fault.Code;
import cn.lingpao.evidencereview.domain.ReviewState.Decided;
import cn.lingpao.evidencereview.domain.ReviewState.Disputed;
import cn.lingpao.evidencereview.domain.ReviewState.FirstDecision;
import cn.lingpao.evidencereview.domain.ReviewState.Open;
import cn.lingpao.evidencereview.domain.ReviewState.Unreviewed;
import cn.lingpao.evidencereview.domain.Ruling.Refused;
import cn.lingpao.evidencereview.domain.Ruling.Repeated;
import cn.lingpao.evidencereview.domain.Ruling.Taken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A target × a check point, what was observed of it, how far its review has come, and the verdict in force. Immutable: each
 * step gives the next cell.
 *
 * @param observations the newest ones first, {@value #MOST} at the most
 * @param past decisions of earlier rounds of review
 * @param verdict the one in force; a reopened cell keeps it until the next
 * @param audit what people have to do with results of programs, where the framework asks for no review
 * @param reached verdicts that were reached since the cell was loaded
 * @param version how often the cell was saved
 */
public record Cell(
        CellId id,
        String groupId,
        ReviewMode mode,
        List<Observation> observations,
        ReviewState state,
        List<Decision> past,
        @Nullable Verdict verdict,
        Audit audit,
        List<Verdict> reached,
        long version) {

    /** Observations that a cell keeps; older ones no longer say anything. */
    static final int MOST = 64;

    public Cell {
        observations = List.copyOf(observations);
        past = List.copyOf(past);
        reached = List.copyOf(reached);
    }

    public static Cell unseen(CellId id, String groupId, ReviewMode mode) {
        ReviewState state = mode == ReviewMode.NONE ? new Unreviewed() : new Open();
        return new Cell(id, groupId, mode, List.of(), state, List.of(), null, Audit.NONE, List.of(), 0);
    }

    /** Takes observations in; those it has, and those older than all it keeps, change nothing. */
    public Cell observe(Collection<Observation> arrived) {
        return observe(arrived, Trust.FULL);
    }

    /**
     * Takes observations in; those it has, and those older than all it keeps, change nothing, unless the verdict rests on a
     * program whose check has fallen back to people in the meantime.
     */
    public Cell observe(Collection<Observation> arrived, Trust trust) {
        Set<String> known = new HashSet<>();
        List<Observation> merged = Stream.concat(observations.stream(), arrived.stream())
                .filter(each -> known.add(each.id()))
                .sorted(Observation.NEWEST_FIRST)
                .limit(MOST)
                .toList();
        List<Observation> fresh =
                merged.stream().filter(each -> !has(each.id())).toList();
        if (fresh.isEmpty()) {
            return doubted(trust) ? inReview(audit.of(id, observations, trust)) : this;
        }
        Cell fuller = new Cell(id, groupId, mode, merged, state, past, verdict, audit, reached, version);
        return switch (state) {
            case Unreviewed unreviewed -> fuller.weighed(trust);
            case Decided decided -> fuller.reopenedBy(fresh, decided, trust);
            case Open open -> mode == ReviewMode.NONE ? fuller.weighed(trust) : fuller;
            case FirstDecision first -> fuller;
            case Disputed disputed -> fuller;
        };
    }

    private boolean doubted(Trust trust) {
        return state instanceof Unreviewed && !observations.isEmpty() && trust.doubts(id, observations.getFirst());
    }

    /** Nobody reviews it, unless a result of a program was drawn or is doubted; once people decided, they do again. */
    private Cell weighed(Trust trust) {
        Audit next = audit.of(id, observations, trust);
        if (!past.isEmpty()) {
            return inReview(next);
        }
        Cell counted = observations.stream()
                .filter(each -> !trust.doubts(id, each))
                .findFirst()
                .map(this::counting)
                .orElse(this);
        return next.asksPeople() ? counted.inReview(next) : counted.in(new Unreviewed(), next);
    }

    private Cell inReview(Audit next) {
        return in(new Open(), next);
    }

    /** Takes a decision, if the state of the review and the person's capacity allow it. */
    public Ruling decide(Decision decision, Decider decider) {
        if (past.stream()
                .anyMatch(earlier -> earlier.repeats(decision) && earlier.at().equals(decision.at()))) {
            return new Repeated();
        }
        for (Decision earlier : state.decisions()) {
            if (earlier.isBySameAs(decision)) {
                return earlier.agrees(decision)
                        ? new Repeated()
                        : Refused.because(Code.SAME_PERSON, "%s has decided on it already".formatted(decision.by()));
            }
        }
        return switch (state) {
            case Unreviewed unreviewed ->
                Refused.because(
                        Code.NOT_REVIEWED,
                        "the framework has this check point not reviewed, and none of its results was drawn");
            case Open open -> decider.reviewer() ? first(decision) : wrongRole("open", "a reviewer");
            case FirstDecision half ->
                decider.reviewer() ? second(half.first(), decision) : wrongRole("open", "a reviewer");
            case Disputed disputed ->
                decider.arbiter()
                        ? decided(List.of(disputed.first(), disputed.second(), decision))
                        : wrongRole("disputed", "an arbiter");
            case Decided decided -> Refused.because(Code.ALREADY_DECIDED, "it is decided");
        };
    }

    private static Ruling wrongRole(String state, String who) {
        return Refused.because(Code.WRONG_ROLE, "it is %s: %s decides on it".formatted(state, who));
    }

    private Ruling first(Decision decision) {
        return mode == ReviewMode.DOUBLE
                ? new Taken(in(new FirstDecision(decision), audit))
                : decided(List.of(decision));
    }

    private Ruling second(Decision first, Decision decision) {
        return first.agrees(decision)
                ? decided(List.of(first, decision))
                : new Taken(in(new Disputed(first, decision), audit));
    }

    private Ruling decided(List<Decision> decisions) {
        Decision last = decisions.getLast();
        List<Observation> agreeing = observations.stream()
                .filter(each -> each.value().agrees(last.value()))
                .toList();
        List<Observation> basis = agreeing.isEmpty() ? observations : agreeing;
        Verdict next = new Verdict(
                id,
                groupId,
                nextSequence(),
                last.value(),
                basis.stream().map(Observation::id).toList(),
                basis.stream().flatMap(each -> each.evidence().stream()).toList(),
                decisions.stream().map(Decision::by).toList(),
                last.reason(),
                last.at());
        return new Taken(in(new Decided(decisions), audit.judged(observations, last.value()))
                .with(next));
    }

    /** What the verdict rests on already, or something newer, stays. */
    private Cell counting(Observation newest) {
        if (verdict != null && verdict.observationIds().stream().anyMatch(basis -> isAsNew(basis, newest))) {
            return this;
        }
        return with(new Verdict(
                id,
                groupId,
                nextSequence(),
                newest.value(),
                List.of(newest.id()),
                newest.evidence(),
                List.of(),
                null,
                newest.recordedAt()));
    }

    private boolean isAsNew(String observationId, Observation other) {
        return observations.stream()
                .filter(each -> each.id().equals(observationId))
                .anyMatch(each -> Observation.NEWEST_FIRST.compare(each, other) <= 0);
    }

    private Cell reopenedBy(List<Observation> fresh, Decided decided, Trust trust) {
        Value inForce = decided.decisions().getLast().value();
        if (fresh.stream().allMatch(each -> each.value().agrees(inForce))) {
            return this;
        }
        List<Decision> all = new ArrayList<>(past);
        all.addAll(decided.decisions());
        Audit next = mode == ReviewMode.NONE ? audit.of(id, observations, trust) : audit;
        return new Cell(id, groupId, mode, observations, new Open(), all, verdict, next, reached, version);
    }

    public boolean has(String observationId) {
        return observations.stream().anyMatch(each -> each.id().equals(observationId));
    }

    /** The cell as it is once it was saved: what was reached is told, and it has the next version. */
    public Cell saved() {
        return new Cell(id, groupId, mode, observations, state, past, verdict, audit, List.of(), version + 1);
    }

    private Cell in(ReviewState next, Audit nextAudit) {
        return new Cell(id, groupId, mode, observations, next, past, verdict, nextAudit, reached, version);
    }

    private Cell with(Verdict next) {
        List<Verdict> all = new ArrayList<>(reached);
        all.add(next);
        return new Cell(id, groupId, mode, observations, state, past, next, audit, all, version);
    }

    private long nextSequence() {
        return verdict == null ? 1 : verdict.sequence() + 1;
    }
}
