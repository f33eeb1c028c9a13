package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.targetregistry.domain.Name;
import cn.lingpao.targetregistry.domain.Target;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A target with its channels. */
record TargetView(
        String campaignId,
        String targetId,
        long sequence,
        Name name,
        @Nullable String divisionCode,
        String group,
        Set<String> marks,
        List<ChannelBody> channels) {

    static TargetView of(Target target) {
        return new TargetView(
                target.campaignId(),
                target.id(),
                target.sequence(),
                target.details().name(),
                target.details().divisionCode(),
                target.details().groupId(),
                target.details().marks(),
                target.details().channels().stream().map(ChannelBody::of).toList());
    }
}
