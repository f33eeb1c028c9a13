package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.targetregistry.domain.Channel;
import cn.lingpao.targetregistry.domain.ChannelKind;
import cn.lingpao.targetregistry.domain.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A channel in JSON: {@code {"id": "portal", "kind": "portal", "url": "https://…"}}; without ids they are numbered. */
record ChannelBody(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String url) {

    static ChannelBody of(Channel channel) {
        return new ChannelBody(channel.id(), channel.kind().word(), channel.url());
    }

    static List<Channel> toDomain(@Nullable List<ChannelBody> bodies) {
        List<ChannelBody> given = bodies == null ? List.of() : bodies;
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            channels.add(given.get(i).toDomain("channels[" + i + "].kind"));
        }
        return given.stream().allMatch(body -> body.id == null) ? Channel.numbered(channels) : channels;
    }

    Channel toDomain(String path) {
        Optional<ChannelKind> named = kind == null ? Optional.empty() : ChannelKind.named(kind);
        ChannelKind known = named.orElseThrow(() -> Refusals.faulty("The channel", List.of(unknownKind(path))));
        return new Channel(id == null ? known.word() : id, known, url);
    }

    private Fault unknownKind(String path) {
        List<String> words =
                Arrays.stream(ChannelKind.values()).map(ChannelKind::word).toList();
        return Fault.of(path, "unknown-channel-kind", "'" + kind + "' is none of " + String.join(", ", words) + ".");
    }
}
