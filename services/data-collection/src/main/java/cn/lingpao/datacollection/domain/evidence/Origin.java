package cn.lingpao.datacollection.domain.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Who captured, and who brought it here.
 *
 * @param sender name of the caller who delivered it, and who may read it therefore
 */
public record Origin(String collector, @Nullable String version, String sender) {}
