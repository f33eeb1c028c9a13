package cn.lingpao.publication.domain;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides what leaves the house: of a list with a top N the places with a rank up to N, of any other
 * list every place (deck, 结果发布). A tie across the limit is shown whole, because the limit is a rank and not a count;
 * of a rank half way between two the whole part counts.
 */
public final class DisclosurePolicy {

    private DisclosurePolicy() {}

    /** What may be shown of everything that is known. */
    public static Disclosure disclose(Snapshot snapshot) {
        Map<Campaign.ListRule, List<Disclosure.Shown>> places = new LinkedHashMap<>();
        for (Campaign.ListRule rule : snapshot.campaign().lists()) {
            places.put(rule, places(rule, snapshot.standing(rule)));
        }
        return new Disclosure(places);
    }

    private static List<Disclosure.Shown> places(Campaign.ListRule rule, @Nullable Standing standing) {
        if (standing == null) {
            return List.of();
        }
        List<Standing.Place> places = standing.entries().stream()
                .filter(place -> mayBeShown(rule, place))
                .toList();
        Map<BigDecimal, Long> sharing = places.stream()
                .map(Standing.Place::rank)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return places.stream()
                .map(place -> new Disclosure.Shown(place, place.rank() != null && sharing.get(place.rank()) > 1))
                .toList();
    }

    private static boolean mayBeShown(Campaign.ListRule rule, Standing.Place place) {
        return rule.top() == null || (place.rank() != null && place.rank().intValue() <= rule.top());
    }
}
