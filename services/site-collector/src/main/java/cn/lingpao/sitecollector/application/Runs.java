package cn.lingpao.sitecollector.application;

import cn.lingpao.sitecollector.domain.Run;
import java.util.List;
import java.util.Optional;

/** Every run there was, and the ones that go on. */
public interface Runs {

    /** Adds a run; false when one of its campaign has not ended. */
    boolean add(Run run);

    /**
     * Replaces what is known of the run.
     *
     * @throws Away when the store does not answer
     */
    void save(Run run);

    Optional<Run> find(String campaignId, String runId);

    /** Newest first, at most {@code limit}. */
    List<Run> ofCampaign(String campaignId, int limit);

    /** The one that has not ended. */
    Optional<Run> active(String campaignId);

    /** What has not ended, oldest first. */
    List<Run> unfinished();

    /** The store does not answer now. */
    final class Away extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Away(Exception cause) {
            super("the store does not answer: " + cause.getMessage(), cause);
        }
    }
}
