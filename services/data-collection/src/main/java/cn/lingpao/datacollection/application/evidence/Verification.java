package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.domain.evidence.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What stored bytes hash to now.
 *
 * @param computed the hash of what the store gives; null when the store could not give all of it
 * @param size bytes that the store gave
 * @param expectedSize bytes that were brought
 */
public record Verification(Sha256 sha256, @Nullable Sha256 computed, long size, long expectedSize) {

    public boolean intact() {
        return sha256.equals(computed) && size == expectedSize;
    }
}
