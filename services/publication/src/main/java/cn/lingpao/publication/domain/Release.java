package cn.lingpao.publication.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release that can be seen. It never changes; a correction is a new one that names it.
 *
 * @param number 1, 2, 3 … within the campaign
 * @param hash SHA-256 of the content
 * @param content canonical JSON: campaign, framework and the hashes of all other documents
 * @param publishedBy stays in the house
 * @param corrects number of the release that this one replaces
 */
public record Release(
        String campaignId,
        int number,
        String hash,
        String content,
        Subject subject,
        List<Part> lists,
        List<Part> targets,
        Instant publishedAt,
        String publishedBy,
        @Nullable Integer corrects,
        @Nullable String reason) {

    public Release {
        lists = List.copyOf(lists);
        targets = List.copyOf(targets);
    }

    /** What a release is about, for lists of releases. */
    public record Subject(Words campaign, boolean invented, String frameworkRef, Words framework) {}

    /** A document of the release. */
    public record Part(String id, String hash) {}

    /** Who releases when, and what is corrected. */
    public record Act(
            Instant at,
            String by,
            @Nullable Integer corrects,
            @Nullable String reason) {}

    /** Gives a draft its number. */
    public static Release of(Snapshot snapshot, Draft draft, int number, Act act) {
        Campaign campaign = snapshot.campaign();
        Framework framework = snapshot.framework();
        return new Release(
                campaign.id(),
                number,
                draft.hash(),
                draft.content().json(),
                new Subject(campaign.name(), campaign.invented(), framework.ref(), framework.name()),
                parts(draft.lists()),
                parts(draft.targets()),
                act.at(),
                act.by(),
                act.corrects(),
                act.reason());
    }

    public Optional<String> listHash(String listId) {
        return hash(lists, listId);
    }

    public Optional<String> targetHash(String targetId) {
        return hash(targets, targetId);
    }

    private static Optional<String> hash(List<Part> parts, String id) {
        return parts.stream()
                .filter(part -> part.id().equals(id))
                .map(Part::hash)
                .findFirst();
    }

    private static List<Part> parts(Map<String, ReleaseDocument> documents) {
        return documents.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue().hash()))
                .toList();
    }
}
