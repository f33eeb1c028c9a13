package cn.lingpao.publication.adapter.mongo;

import cn.lingpao.contracts.ReleasePublished;
import cn.lingpao.eventing.OutboxEntry;
import cn.lingpao.publication.domain.Release;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A release in the store, with its event until Kafka has it; summaries leave out content and parts. */
record StoredRelease(
        @Id String id,
        String campaignId,
        int number,
        String hash,
        @Nullable String content,
        Release.Subject subject,
        @Nullable List<Release.Part> lists,
        @Nullable List<Release.Part> targets,
        Instant publishedAt,
        String publishedBy,
        @Nullable Integer corrects,
        @Nullable String reason,
        @Nullable List<OutboxEntry> outbox) {

    static final String[] LEFT_OUT_OF_SUMMARIES = {"content", "lists", "targets", "outbox"};

    static String id(String campaignId, int number) {
        return campaignId + "/" + number;
    }

    static StoredRelease of(Release release) {
        String id = id(release.campaignId(), release.number());
        ReleasePublished event = new ReleasePublished(
                release.campaignId(),
                release.number(),
                release.hash(),
                release.corrects(),
                release.reason(),
                release.publishedBy(),
                release.publishedAt());
        return new StoredRelease(
                id,
                release.campaignId(),
                release.number(),
                release.hash(),
                release.content(),
                release.subject(),
                release.lists(),
                release.targets(),
                release.publishedAt(),
                release.publishedBy(),
                release.corrects(),
                release.reason(),
                List.of(OutboxEntry.of(id, release.publishedAt(), event)));
    }

    Release release() {
        return new Release(
                campaignId,
                number,
                hash,
                content == null ? "" : content,
                subject,
                lists == null ? List.of() : lists,
                targets == null ? List.of() : targets,
                publishedAt,
                publishedBy,
                corrects,
                reason);
    }
}
