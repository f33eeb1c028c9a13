package cn.lingpao.datacollection.domain.plan;

import java.util.List;

/** A target with its channels: a row of the board. */
public record Site(String targetId, Words name, List<Channel> channels) {

    public Site {
        channels = List.copyOf(channels);
    }

    /** A channel and its kind, for example {@code portal}. */
    public record Channel(String id, String kind) {}
}
