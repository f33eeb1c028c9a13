package cn.lingpao.inspection;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a target, as it is to be inspected.
 *
 * @param divisionCode GB/T 2260, six digits; null where the target has none
 * @param channelId unique within the target
 * @param channelKind for example {@code portal} or {@code service-platform}
 */
public record Subject(String targetId, @Nullable String divisionCode, String channelId, String channelKind, URI url) {}
