package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Finding;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A machine-checkable point. */
public interface Check {

    /** Lower-kebab, stable, for example {@code home-freshness}. */
    String id();

    /** The regulation it reads, with its place. */
    String citation();

    /** Every parameter with its default; the names are lower-kebab. */
    Map<String, String> parameters();

    /** How long after this finding a later run may add to it; empty when it stands. */
    default Optional<Duration> goesOn(Finding finding, Parameters parameters) {
        return Optional.empty();
    }

    /** Decides about the subject of this inspection. Exceptions become UNDETERMINED (`parse`). */
    Finding decide(Inspection inspection);
}
