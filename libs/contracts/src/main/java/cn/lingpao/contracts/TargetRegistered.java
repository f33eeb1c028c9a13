package cn.lingpao.contracts;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The full state of a target in a campaign after its {@code sequence}-th change (the topic is compacted).
 *
 * @param divisionCode GB/T 2260 code; null sorts last
 * @param groupId the one group it is scored in
 * @param marks properties that lists select by, for example {@code sub-provincial}
 */
public record TargetRegistered(
        String campaignId,
        String targetId,
        long sequence,
        Text name,
        @Nullable String divisionCode,
        String groupId,
        Set<String> marks,
        List<Channel> channels)
        implements DomainEvent {

    public TargetRegistered {
        marks = Collections.unmodifiableSet(new TreeSet<>(marks));
        channels = List.copyOf(channels);
    }

    @Override
    public String key() {
        return campaignId + "/" + targetId;
    }

    public boolean hasChannel(String channelId) {
        return channels.stream().anyMatch(channel -> channel.id().equals(channelId));
    }

    /** A way in which citizens reach the target: {@code kind} is one of {@link ChannelKind}. */
    public record Channel(
            String id, ChannelKind kind, @Nullable String url) {}

    /** The channels of the deck (数据采集来源). */
    public enum ChannelKind {
        PORTAL,
        SERVICE_PLATFORM,
        APP_IOS,
        APP_ANDROID,
        WECHAT_ACCOUNT,
        MINI_PROGRAM_WECHAT,
        MINI_PROGRAM_ALIPAY,
        DEPARTMENT_SITE,
        SPECIAL_SITE,
        OPEN_DATA_PLATFORM,
        HOTLINE_SITE
    }
}
