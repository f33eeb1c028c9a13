package cn.lingpao.targetregistry.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way in which citizens reach a target. */
public record Channel(String id, ChannelKind kind, @Nullable String url) {

    private static final int LONGEST_URL = 2000;

    /** The fault of an address that a channel of this kind can't have. */
    public static Optional<Fault> checkUrl(String path, ChannelKind kind, @Nullable String url) {
        if (url == null) {
            return kind.isSite()
                    ? Optional.of(Fault.of(path, "missing-url", "A " + kind.word() + " needs its address."))
                    : Optional.empty();
        }
        return isWebAddress(url)
                ? Optional.empty()
                : Optional.of(Fault.of(path, "bad-url", "'" + url + "' is no http or https address."));
    }

    /** Gives each channel its kind as id, and {@code -2}, {@code -3} … to further ones of the kind. */
    public static List<Channel> numbered(List<Channel> channels) {
        Map<ChannelKind, Integer> seen = new EnumMap<>(ChannelKind.class);
        List<Channel> numbered = new ArrayList<>();
        for (Channel channel : channels) {
            int number = seen.merge(channel.kind(), 1, Integer::sum);
            String id = channel.kind().word() + (number == 1 ? "" : "-" + number);
            numbered.add(new Channel(id, channel.kind(), channel.url()));
        }
        return numbered;
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getRawAuthority() != null && url.length() <= LONGEST_URL;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
