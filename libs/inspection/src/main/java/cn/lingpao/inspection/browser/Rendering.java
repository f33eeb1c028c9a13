package cn.lingpao.inspection.browser;

import cn.lingpao.inspection.Cause;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as a browser shows it.
 *
 * @param url where the browser ended
 * @param status of the document; 0 when there was none
 * @param html the document after its scripts have run; empty when there is none
 * @param screenshot PNG; empty when there is none
 * @param complete from the start of the navigation to the load event; zero when it did not come
 * @param broken whether a script of it failed, or did not get what it asked for, so that something may be missing
 * @param violations what the audit found; empty when none was asked for
 * @param cause why the page could not be seen; null when it was
 * @param evidence SHA-256, hex, of screenshot, document and, where one was asked for, the audit as archived
 */
public record Rendering(
        URI requested,
        URI url,
        int status,
        String title,
        String html,
        byte[] screenshot,
        Duration complete,
        boolean broken,
        List<Violation> violations,
        @Nullable Cause cause,
        String detail,
        List<String> evidence) {

    /**
     * A rule of axe that the page breaks.
     *
     * @param impact minor, moderate, serious or critical
     * @param nodes how many elements break it
     */
    public record Violation(String rule, String impact, String help, int nodes) {}

    /** Whether the page itself was seen. */
    public boolean seen() {
        return cause == null;
    }
}
