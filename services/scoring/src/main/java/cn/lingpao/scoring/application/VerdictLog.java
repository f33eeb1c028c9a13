package cn.lingpao.scoring.application;

import cn.lingpao.contracts.CaseAwarded;
import cn.lingpao.contracts.VerdictReached;
import java.util.function.Consumer;

/** Every verdict and award that was ever told, the replaced ones too. */
public interface VerdictLog {

    /**
     * Hands over those of a campaign that were told before the call, a verdict after the ones that it replaces.
     *
     * @throws NotReadable when the log does not answer in time
     */
    void read(String campaignId, Consumer<VerdictReached> verdicts, Consumer<CaseAwarded> awards);

    /** The log does not answer; the same question may be asked again. */
    final class NotReadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotReadable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
