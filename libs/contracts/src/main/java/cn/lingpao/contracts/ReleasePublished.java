package cn.lingpao.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release became public. It never changes; a correction is a new one that names the old.
 *
 * @param number 1, 2, 3 … within the campaign
 * @param hash SHA-256 of the release's canonical JSON, lower-case hexadecimal
 * @param corrects number of the release that this one replaces
 */
public record ReleasePublished(
        String campaignId,
        int number,
        String hash,
        @Nullable Integer corrects,
        @Nullable String reason,
        String publishedBy,
        Instant publishedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return campaignId;
    }
}
