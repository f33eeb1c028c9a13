package cn.lingpao.datacollection.domain.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where bytes were captured.
 *
 * @param url address that was asked for
 * @param finalUrl address that answered
 * @param redirects the addresses between them, in order
 * @param status HTTP status of the answer; null when there was none
 * @param title page title
 * @param targetId target that it belongs to, where the collector says so
 */
public record Place(
        @Nullable String url,
        @Nullable String finalUrl,
        List<String> redirects,
        @Nullable Integer status,
        @Nullable String title,
        @Nullable String targetId) {

    public Place {
        redirects = List.copyOf(redirects);
    }

    /** The same place, as one of this target. */
    public Place of(String target) {
        return new Place(url, finalUrl, redirects, status, title, target);
    }
}
