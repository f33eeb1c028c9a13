package cn.lingpao.sitecollector.domain;

import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.TargetRegistered.Channel;
import java.util.List;
import java.util.Map;

/**
 * A channel of a target and what is to be found out about it.
 *
 * @param points the check points that each check decides; without any, the channel is there to be compared with
 */
public record Errand(TargetRegistered target, Channel channel, Map<String, List<String>> points) {

    public Errand {
        points = Map.copyOf(points);
    }
}
