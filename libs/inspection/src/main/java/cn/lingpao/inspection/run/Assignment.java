package cn.lingpao.inspection.run;

import cn.lingpao.inspection.Subject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A target with the channels to be inspected.
 *
 * @param divisionCode GB/T 2260; null where the target has none
 */
public record Assignment(String target, @Nullable String divisionCode, List<Channel> channels) {

    public Assignment {
        channels = List.copyOf(channels);
    }

    /**
     * A channel as somebody listed it.
     *
     * @param id unique within the target
     * @param subject what is visited; empty when the address is none of the web
     * @param fault why it cannot be visited; empty when it can
     */
    public record Channel(String id, String kind, String written, Optional<Subject> subject, String fault) {}
}
