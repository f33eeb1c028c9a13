package cn.lingpao.publication.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may be shown of a campaign: the places of each list, and nothing that is not on one of them. */
public final class Disclosure {

    private final Map<Campaign.ListRule, List<Shown>> places;
    private final Map<String, List<Mention>> mentions = new LinkedHashMap<>();

    Disclosure(Map<Campaign.ListRule, List<Shown>> places) {
        this.places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        this.places.forEach((list, shown) ->
                shown.forEach(place -> mentions.computeIfAbsent(place.place().targetId(), id -> new ArrayList<>())
                        .add(new Mention(list, place))));
    }

    /** The shown places of every list, in the campaign's order of lists. */
    public Map<Campaign.ListRule, List<Shown>> places() {
        return places;
    }

    /** The targets that at least one list shows, each with the lists that do; a list that keeps it back is absent. */
    public Map<String, List<Mention>> mentions() {
        return Collections.unmodifiableMap(mentions);
    }

    /** A place that may be shown; tied when another shown place has the same rank. */
    public record Shown(Standing.Place place, boolean tied) {}

    /** A list that shows a target, and its place there. */
    public record Mention(Campaign.ListRule list, Shown shown) {}
}
