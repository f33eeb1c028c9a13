package cn.lingpao.sitecollector.domain;

import cn.lingpao.contracts.ObservedValue;
import java.time.Instant;
import java.util.List;

/**
 * What a check found about a channel.
 *
 * @param url the address of the channel
 * @param reading what was read, one line
 * @param evidence SHA-256 of what it was read from
 */
public record Found(
        String target,
        String channel,
        String url,
        String check,
        ObservedValue value,
        String reading,
        List<String> evidence,
        Instant at) {

    public Found {
        evidence = List.copyOf(evidence);
    }
}
