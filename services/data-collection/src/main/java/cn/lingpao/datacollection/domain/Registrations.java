package cn.lingpao.datacollection.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each program is registered for in a campaign: its assignments are its registration.
 *
 * @param scopes program → check point → kinds of channel; no kind takes the target as a whole and each of its channels
 */
public record Registrations(Map<String, Map<String, Set<String>>> scopes) {

    /** No program is registered. */
    public static final Registrations NONE = new Registrations(Map.of());

    public boolean knows(String program) {
        return scopes.containsKey(program);
    }

    /** Whether the program may speak of the check point at all. */
    boolean covers(String program, String checkPointId) {
        return kinds(program, checkPointId).isPresent();
    }

    /** Whether the program may speak of the check point on a channel of that kind; null is the target as a whole. */
    boolean allows(String program, String checkPointId, @Nullable String kind) {
        return kinds(program, checkPointId)
                .filter(kinds -> kinds.isEmpty() || (kind != null && kinds.contains(kind)))
                .isPresent();
    }

    /** The kinds of channel that it is held to, in alphabetical order. */
    List<String> channels(String program, String checkPointId) {
        return kinds(program, checkPointId).orElse(Collections.emptySet()).stream()
                .sorted()
                .toList();
    }

    private Optional<Set<String>> kinds(String program, String checkPointId) {
        return Optional.ofNullable(scopes.getOrDefault(program, Map.of()).get(checkPointId));
    }
}
