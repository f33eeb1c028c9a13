package cn.lingpao.sitecollector.domain;

import cn.lingpao.contracts.ObservedValue;
import java.util.Collection;

/**
 * How far a run is: cells are channels × checks.
 *
 * @param finished cells with a verdict
 * @param met of those, once all are finished
 */
public record Tally(int cells, int finished, int met, int notMet, int undetermined) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public static Tally started(int cells, int finished) {
        return new Tally(cells, finished, 0, 0, 0);
    }

    public static Tally of(Collection<Found> found) {
        return new Tally(
                found.size(),
                found.size(),
                count(found, ObservedValue.Kind.MET),
                count(found, ObservedValue.Kind.NOT_MET),
                count(found, ObservedValue.Kind.UNDETERMINED));
    }

    public Tally oneMore() {
        return new Tally(cells, Math.min(cells, finished + 1), met, notMet, undetermined);
    }

    private static int count(Collection<Found> found, ObservedValue.Kind kind) {
        return (int) found.stream().filter(each -> each.value().kind() == kind).count();
    }
}
