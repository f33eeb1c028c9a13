package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.domain.evidence.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Which captures are wanted; null asks for any.
 *
 * @param sender who delivered them
 */
public record CaptureFilter(
        String campaignId,
        @Nullable Sha256 sha256,
        @Nullable String url,
        @Nullable String targetId,
        @Nullable String sender) {}
