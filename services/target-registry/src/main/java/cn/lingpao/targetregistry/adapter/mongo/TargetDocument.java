package cn.lingpao.targetregistry.adapter.mongo;

import cn.lingpao.eventing.OutboxEntry;
import cn.lingpao.targetregistry.domain.Target;
import cn.lingpao.targetregistry.domain.TargetDetails;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A target as it is stored; {@code _id} is {@code campaign/target}. */
@Document(TargetDocument.COLLECTION)
record TargetDocument(
        @Id String id,
        String campaignId,
        String targetId,
        long sequence,
        TargetDetails details,
        List<OutboxEntry> outbox) {

    static final String COLLECTION = "targets";

    static String id(String campaignId, String targetId) {
        return campaignId + "/" + targetId;
    }

    Target target() {
        return new Target(campaignId, targetId, details, sequence);
    }
}
