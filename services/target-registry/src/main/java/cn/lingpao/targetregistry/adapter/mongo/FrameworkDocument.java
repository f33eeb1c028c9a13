package cn.lingpao.targetregistry.adapter.mongo;

import cn.lingpao.eventing.OutboxEntry;
import cn.lingpao.targetregistry.domain.FrameworkVersion;
import cn.lingpao.targetregistry.domain.Name;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A framework version as it is stored; {@code _id} is its ref. */
@Document(FrameworkDocument.COLLECTION)
record FrameworkDocument(
        @Id String ref, Name name, String hash, String document, Instant publishedAt, List<OutboxEntry> outbox) {

    static final String COLLECTION = "frameworks";

    static FrameworkDocument of(FrameworkVersion version) {
        return new FrameworkDocument(
                version.ref(),
                version.name(),
                version.hash(),
                version.document(),
                version.publishedAt(),
                List.of(Facts.of(version)));
    }

    FrameworkVersion version() {
        return new FrameworkVersion(ref, name, hash, document, publishedAt);
    }
}
