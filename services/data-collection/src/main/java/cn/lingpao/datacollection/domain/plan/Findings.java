package cn.lingpao.datacollection.domain.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was found out of one target. */
public final class Findings {

    /** Nothing was found out yet. */
    public static final Findings NONE = new Findings(List.of());

    private final Map<String, List<Known>> points = new HashMap<>();

    public Findings(Collection<Known> known) {
        known.forEach(each -> points.computeIfAbsent(each.newest().checkPointId(), id -> new ArrayList<>())
                .add(each));
    }

    /** The newest finding that speaks of the cell: of its channel, or of the target as a whole. */
    public Optional<Finding> newest(Due due) {
        return of(due).map(Known::newest).max(Finding.BY_AGE);
    }

    /** When the cell was last determined, by the time of recording. */
    public Optional<Instant> determined(Due due) {
        return of(due).flatMap(known -> Optional.ofNullable(known.determinedAt()).stream())
                .max(Instant::compareTo);
    }

    /** When people last determined the cell, by the time of recording. */
    public Optional<Instant> determinedByPeople(Due due) {
        return of(due).flatMap(known -> Optional.ofNullable(known.byPeopleAt()).stream())
                .max(Instant::compareTo);
    }

    private Stream<Known> of(Due due) {
        String channel = due.channelId();
        return points.getOrDefault(due.point().id(), List.of()).stream().filter(known -> {
            String spoken = known.newest().channelId();
            return channel == null || spoken == null || channel.equals(spoken);
        });
    }

    /**
     * The newest finding of a check point on a channel.
     *
     * @param determinedAt when a determined one was last recorded; null while there was none
     * @param byPeopleAt when one that people determined was last recorded; null while there was none
     */
    public record Known(
            Finding newest,
            @Nullable Instant determinedAt,
            @Nullable Instant byPeopleAt) {}
}
