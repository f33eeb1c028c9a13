package cn.lingpao.inspection.browser;

import cn.lingpao.inspection.Cause;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Renderings of pages that were not seen. */
final class Renderings {

    private Renderings() {}

    static Rendering unseen(URI url, Cause cause, String detail) {
        return new Rendering(
                url,
                url,
                0,
                "",
                "",
                new byte[0],
                Duration.ZERO,
                false,
                List.of(),
                cause,
                detail.lines().findFirst().orElse(""),
                List.of());
    }

    /** What the gate said instead of a page. */
    static Rendering refused(URI url, String why) {
        Cause cause = Stream.of(Cause.values())
                .filter(known -> known.id().equals(why))
                .findFirst()
                .orElse(Cause.REFUSED);
        return unseen(url, cause, "not opened in the browser: " + why);
    }

    /** The browser's own word for a failed navigation, in the words of the fixed list. */
    static Rendering failed(URI url, String message) {
        String word = message.toUpperCase(Locale.ROOT);
        Cause cause = Cause.RESET;
        if (word.contains("ERR_CERT") || word.contains("ERR_SSL")) {
            cause = Cause.TLS;
        } else if (word.contains("ERR_TOO_MANY_REDIRECTS")) {
            cause = Cause.REDIRECT;
        } else if (word.contains("TIMEOUT") || word.contains("TIMED_OUT")) {
            cause = Cause.TIMEOUT;
        } else if (word.contains("ERR_TUNNEL") || word.contains("REFUSED")) {
            cause = Cause.REFUSED;
        } else if (word.contains("BLOCKED_BY_CLIENT")) {
            cause = Cause.ROBOTS;
        } else if (word.contains("CONTENT_DECODING")) {
            cause = Cause.DECODE;
        }
        return unseen(url, cause, "the browser says: " + message);
    }
}
