package cn.lingpao.evidencereview.domain;

import cn.lingpao.evidencereview.domain.Sample.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people have to do with the results of programs in a cell that the framework does not review.
 *
 * @param fallen the newest result is of a check that has fallen back to people
 * @param samples the drawn results: those of earlier rounds, and those that wait in this one
 */
public record Audit(boolean fallen, List<Sample> samples) {

    /** People have nothing to do with it. */
    public static final Audit NONE = new Audit(false, List.of());

    public Audit {
        samples = List.copyOf(samples);
    }

    /** Whether a drawn result waits for people. */
    public boolean sampled() {
        return samples.stream().anyMatch(Sample::waits);
    }

    boolean asksPeople() {
        return fallen || sampled();
    }

    /** The audit of a round: of each program and channel that was drawn, the newest result that nobody has judged yet. */
    Audit of(CellId cell, List<Observation> newestFirst, Trust trust) {
        List<Sample> all = new ArrayList<>(settled());
        Set<String> judged =
                new HashSet<>(all.stream().map(Sample::observationId).toList());
        Set<Key> seen = new HashSet<>();
        newestFirst.stream()
                .filter(each -> trust.draws(cell, each))
                .filter(each -> seen.add(new Key(each.observer(), each.channelId())))
                .filter(each -> !judged.contains(each.id()))
                .map(Sample::waiting)
                .forEach(all::add);
        return new Audit(trust.doubts(cell, newestFirst.getFirst()), all);
    }

    /** The audit after people decided the cell. */
    Audit judged(List<Observation> newestFirst, Value decided) {
        Optional<Observation> answer =
                newestFirst.stream().filter(Observation::isAutomaticResult).findFirst();
        Stream<Sample> now = samples.stream()
                .filter(Sample::waits)
                .map(each -> each.settled(outcome(each, newestFirst, answer.orElse(null), decided)));
        return new Audit(false, Stream.concat(settled().stream(), now).toList());
    }

    private List<Sample> settled() {
        return samples.stream().filter(each -> !each.waits()).toList();
    }

    /** A program that saw another channel differently is not wrong about the cell: only its answer to the cell counts. */
    private static Outcome outcome(
            Sample sample, List<Observation> observations, @Nullable Observation answer, Value decided) {
        Optional<Value> result = observations.stream()
                .filter(each -> each.id().equals(sample.observationId()))
                .map(Observation::value)
                .findFirst();
        if (result.isEmpty() || decided.kind() == Value.Kind.UNDETERMINED) {
            return Outcome.SET_ASIDE;
        }
        if (result.get().agrees(decided)) {
            return Outcome.CONFIRMED;
        }
        boolean answered =
                answer != null && Objects.requireNonNull(answer).value().agrees(result.get());
        return answered ? Outcome.OVERTURNED : Outcome.SET_ASIDE;
    }

    private record Key(String collector, @Nullable String channelId) {}
}
