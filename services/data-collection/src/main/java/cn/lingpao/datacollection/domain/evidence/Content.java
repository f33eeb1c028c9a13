package cn.lingpao.datacollection.domain.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Stored bytes, told without them.
 *
 * @param type media type that the bytes themselves show
 * @param noThumbnail why there is no thumbnail; null when there is one
 */
public record Content(
        Sha256 sha256, long size, String type, @Nullable String noThumbnail, Instant storedAt) {}
