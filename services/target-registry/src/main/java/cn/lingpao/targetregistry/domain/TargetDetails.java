package cn.lingpao.targetregistry.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a target.
 *
 * @param divisionCode GB/T 2260 code; null sorts last
 * @param groupId the one group it is scored in
 * @param marks properties that lists select by
 */
public record TargetDetails(
        Name name, @Nullable String divisionCode, String groupId, Set<String> marks, List<Channel> channels) {

    private static final Pattern DIVISION = Pattern.compile("[0-9]{6}");
    private static final int LONGEST_NAME = 200;

    public TargetDetails {
        marks = Collections.unmodifiableSet(new TreeSet<>(marks));
        channels = List.copyOf(channels);
    }

    /** The same target with a channel added or changed. */
    public TargetDetails with(Channel channel) {
        List<Channel> next = new ArrayList<>(channels);
        next.removeIf(old -> old.id().equals(channel.id()));
        int place = channels.stream().map(Channel::id).toList().indexOf(channel.id());
        next.add(place < 0 ? next.size() : place, channel);
        return new TargetDetails(name, divisionCode, groupId, marks, next);
    }

    /** Every fault of these details in a campaign. */
    public List<Fault> check(CampaignDefinition campaign) {
        List<Fault> faults = new ArrayList<>();
        name("name", name.zh()).ifPresent(faults::add);
        name("name_en", name.en()).ifPresent(faults::add);
        if (divisionCode != null && !DIVISION.matcher(divisionCode).matches()) {
            faults.add(Fault.of(
                    "division_code",
                    "bad-division-code",
                    "'" + divisionCode + "' is no GB/T 2260 code of six digits."));
        }
        if (!campaign.hasGroup(groupId)) {
            faults.add(Fault.of(
                    "group", "unknown-group", "Campaign " + campaign.id() + " has no group '" + groupId + "'."));
        }
        marks.forEach(mark -> IdShape.KEBAB.check("marks", mark).ifPresent(faults::add));
        checkChannels(faults);
        return faults;
    }

    private void checkChannels(List<Fault> faults) {
        Set<String> ids = new HashSet<>();
        for (Channel channel : channels) {
            IdShape.KEBAB.check("channels", channel.id()).ifPresent(faults::add);
            Channel.checkUrl("channels", channel.kind(), channel.url()).ifPresent(faults::add);
            if (!ids.add(channel.id())) {
                faults.add(Fault.of("channels", "duplicate-id", "Channel '" + channel.id() + "' is there twice."));
            }
        }
    }

    private static Optional<Fault> name(String field, String text) {
        if (text.isBlank()) {
            return Optional.of(Fault.of(field, "missing-value", "'" + field + "' is empty."));
        }
        return text.length() > LONGEST_NAME
                ? Optional.of(Fault.of(field, "too-long", "'" + field + "' is longer than " + LONGEST_NAME + "."))
                : Optional.empty();
    }
}
