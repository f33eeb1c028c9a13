package cn.lingpao.portal.results;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The releases of a campaign, newest first. */
public record Releases(String campaign, List<Header> releases) {

    /** The release that replaces a release, if there is one; the newest of them. */
    public Optional<Header> correctionOf(int number) {
        return releases.stream()
                .filter(header -> header.corrects() != null && header.corrects() == number)
                .findFirst();
    }

    /** What a release says about itself. */
    public record Header(
            int number,
            String hash,
            Instant publishedAt,
            @Nullable Integer corrects,
            @Nullable String reason) {}
}
