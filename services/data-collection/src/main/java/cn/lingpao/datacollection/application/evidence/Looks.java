package cn.lingpao.datacollection.application.evidence;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks at bytes: what they are, and how they look. */
public interface Looks {

    /** @param file the bytes */
    Impression of(Path file) throws IOException;

    /**
     * What bytes show.
     *
     * @param type their media type
     * @param thumbnail a PNG; null when there is none
     * @param noThumbnail why there is none; null when there is one
     */
    record Impression(
            String type,
            byte @Nullable [] thumbnail,
            @Nullable String noThumbnail) {}
}
