package cn.lingpao.datacollection.domain;

import java.util.Set;

/** What the intake must know of a target. */
public record Target(String id, String groupId, Set<String> channels) {

    public Target {
        channels = Set.copyOf(channels);
    }
}
