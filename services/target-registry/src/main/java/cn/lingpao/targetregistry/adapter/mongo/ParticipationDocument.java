package cn.lingpao.targetregistry.adapter.mongo;

import cn.lingpao.targetregistry.domain.Application;
import cn.lingpao.targetregistry.domain.Participation;
import cn.lingpao.targetregistry.domain.Participation.Accepted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** An application as it is stored; {@code accepted} is absent while it is pending. */
@Document(ParticipationDocument.COLLECTION)
record ParticipationDocument(
        @Id String id,
        String campaignId,
        Application application,
        Instant appliedAt,
        @Nullable Accepted accepted) {

    static final String COLLECTION = "participations";

    static ParticipationDocument of(Participation participation) {
        return new ParticipationDocument(
                participation.id(),
                participation.campaignId(),
                participation.application(),
                participation.appliedAt(),
                participation.decision() instanceof Accepted accepted ? accepted : null);
    }

    Participation participation() {
        return new Participation(
                id, campaignId, application, appliedAt, accepted == null ? new Participation.Pending() : accepted);
    }
}
