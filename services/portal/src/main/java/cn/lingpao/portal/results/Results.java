package cn.lingpao.portal.results;

import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;

/** Published results; empty means that nothing was published under that name. */
public interface Results {

    Campaigns campaigns();

    Optional<Releases> releases(String campaign);

    /** @param number a number, or {@code latest} */
    Optional<Release> release(String campaign, String number);

    Optional<Ranking> ranking(String campaign, int number, String list);

    Optional<Sheet> sheet(String campaign, int number, String target);

    /** The API behind the portal does not answer now. */
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unavailable(Throwable cause) {
            super("the API does not answer: " + NestedExceptionUtils.getMostSpecificCause(cause), cause);
        }
    }
}
