package cn.lingpao.publication.application;

import cn.lingpao.publication.domain.Agreement.Disagreement;
import cn.lingpao.publication.domain.OpenPoints;
import cn.lingpao.publication.domain.Release;
import java.util.List;

/** What became of the wish to release. */
public sealed interface Outcome {

    /** There is a new release. */
    record Published(Release release, OpenPoints open) implements Outcome {}

    /** The newest release says exactly this already. */
    record Unchanged(Release release, OpenPoints open) implements Outcome {}

    /** No release was made. */
    record Refused(Reason reason, String detail, List<Disagreement> disagreements) implements Outcome {

        public Refused {
            disagreements = List.copyOf(disagreements);
        }

        Refused(Reason reason, String detail) {
            this(reason, detail, List.of());
        }
    }

    /** Why no release was made. */
    enum Reason {
        UNKNOWN_CAMPAIGN,
        UNKNOWN_FRAMEWORK,
        TIME_MISSING,
        TIME_NOT_ALLOWED,
        IN_FUTURE,
        OUTSIDE_PHASE,
        UNKNOWN_RELEASE,
        REASON_MISSING,
        STILL_MOVING,
        NOTHING_TO_RELEASE,
        CONTENDED;

        /** The stable code, for example {@code still-moving}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
