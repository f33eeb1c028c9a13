package cn.lingpao.publication.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether rankings, score sheets and the register tell the same story; while they do not, something is still on its way
 * and nothing may be released.
 */
public final class Agreement {

    private final Snapshot snapshot;
    private final List<Disagreement> found = new ArrayList<>();

    private Agreement(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** What does not agree; empty when a release can be made. */
    public static List<Disagreement> disagreements(Snapshot snapshot) {
        Agreement agreement = new Agreement(snapshot);
        snapshot.campaign().lists().forEach(agreement::check);
        return List.copyOf(agreement.found);
    }

    private void check(Campaign.ListRule rule) {
        List<Target> members = snapshot.members(rule);
        Standing standing = snapshot.standing(rule);
        if (standing == null) {
            if (!members.isEmpty()) {
                report(rule, null, "no-ranking", "no ranking of this list has arrived");
            }
            return;
        }
        checkFramework(rule, null, standing.frameworkRef());
        checkMembers(rule, members, standing);
        int verdicts = 0;
        for (Standing.Place place : standing.entries()) {
            ScoreSheet sheet = snapshot.sheets().get(place.targetId());
            verdicts += sheet == null ? 0 : sheet.verdicts();
            checkPlace(rule, place, sheet);
        }
        if (verdicts != standing.verdicts()) {
            report(
                    rule,
                    null,
                    "verdicts",
                    "the ranking rests on " + standing.verdicts() + " verdicts, the sheets on " + verdicts);
        }
    }

    private void checkMembers(Campaign.ListRule rule, List<Target> members, Standing standing) {
        Set<String> registered = members.stream().map(Target::id).collect(Collectors.toSet());
        Set<String> ranked =
                standing.entries().stream().map(Standing.Place::targetId).collect(Collectors.toSet());
        registered.stream()
                .filter(id -> !ranked.contains(id))
                .sorted()
                .forEach(id -> report(rule, id, "not-ranked", "registered, but not in the ranking"));
        ranked.stream()
                .filter(id -> !registered.contains(id))
                .sorted()
                .forEach(id -> report(rule, id, "not-registered", "in the ranking, but no member of the list"));
    }

    private void checkPlace(Campaign.ListRule rule, Standing.Place place, @Nullable ScoreSheet sheet) {
        if (sheet == null) {
            if (place.total() != null) {
                report(rule, place.targetId(), "no-sheet", "ranked, but its score sheet has not arrived");
            }
            return;
        }
        checkFramework(rule, place.targetId(), sheet.frameworkRef());
        if (!same(place.total(), sheet.total()) || !Objects.equals(place.level(), sheet.level())) {
            report(rule, place.targetId(), "total", "the ranking and the score sheet have different totals");
        }
    }

    private void checkFramework(Campaign.ListRule rule, @Nullable String targetId, String ref) {
        if (!ref.equals(snapshot.campaign().frameworkRef())) {
            report(
                    rule,
                    targetId,
                    "framework",
                    "scored by " + ref + ", the campaign says "
                            + snapshot.campaign().frameworkRef());
        }
    }

    private void report(Campaign.ListRule rule, @Nullable String targetId, String code, String reason) {
        found.add(new Disagreement(rule.id(), targetId, code, reason));
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** One thing that does not agree yet. */
    public record Disagreement(String listId, @Nullable String targetId, String code, String reason) {}
}
