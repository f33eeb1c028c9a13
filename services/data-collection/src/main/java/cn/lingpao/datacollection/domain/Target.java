package cn.lingpao.datacollection.domain;

import java.util.Map;

/**
 * What the intake must know of a target.
 *
 * @param channels id → kind, for example {@code portal}
 */
public record Target(String id, String groupId, Map<String, String> channels) {

    public Target {
        channels = Map.copyOf(channels);
    }
}
