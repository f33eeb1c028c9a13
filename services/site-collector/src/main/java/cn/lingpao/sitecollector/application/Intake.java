package cn.lingpao.sitecollector.application;

import cn.lingpao.sitecollector.domain.Cell;
import cn.lingpao.sitecollector.domain.Delivery;
import cn.lingpao.sitecollector.domain.Errand;
import cn.lingpao.sitecollector.domain.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Takes results in. Everything may be delivered again. */
public interface Intake {

    /** What the plan still waits for from this collector. */
    Set<Cell> due(String campaignId);

    /** Evidence first, then the observations that rest on it. */
    Delivery deliver(String campaignId, Path archive, List<Found> found, List<Errand> errands) throws IOException;

    /** It does not answer now. */
    final class Away extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Away(String sentence) {
            super(sentence);
        }
    }

    /** It does not want this at all. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Refused(String sentence) {
            super(sentence);
        }
    }
}
