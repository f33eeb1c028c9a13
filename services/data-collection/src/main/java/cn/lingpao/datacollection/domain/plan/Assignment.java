package cn.lingpao.datacollection.domain.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who collects a part of the framework.
 *
 * @param collector the program; null for people
 * @param parts ids of check points or nodes; none takes all
 * @param kinds kinds of channel that are looked at each for itself; none looks at the target as a whole
 * @param until the last day; null for that of the phase
 */
public record Assignment(
        @Nullable String collector,
        Set<String> parts,
        Set<String> kinds,
        @Nullable LocalDate until) {

    public Assignment {
        parts = Set.copyOf(parts);
        kinds = Set.copyOf(kinds);
    }

    boolean covers(Point point) {
        return parts.isEmpty() || parts.stream().anyMatch(point::belongsTo);
    }

    /** The channels of the target that it looks at; a null one stands for the target as a whole. */
    List<@Nullable String> channels(Site site) {
        if (kinds.isEmpty()) {
            List<@Nullable String> whole = new ArrayList<>();
            whole.add(null);
            return whole;
        }
        return site.channels().stream()
                .filter(channel -> kinds.contains(channel.kind()))
                .map(Site.Channel::id)
                .toList();
    }
}
