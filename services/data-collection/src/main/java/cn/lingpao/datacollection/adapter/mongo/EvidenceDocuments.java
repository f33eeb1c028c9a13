package cn.lingpao.datacollection.adapter.mongo;

import cn.lingpao.datacollection.application.evidence.Standing;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;
import cn.lingpao.datacollection.domain.evidence.Exchange;
import cn.lingpao.datacollection.domain.evidence.Kind;
import cn.lingpao.datacollection.domain.evidence.Origin;
import cn.lingpao.datacollection.domain.evidence.Place;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Evidence as documents and back. */
final class EvidenceDocuments {

    private EvidenceDocuments() {}

    /** The document without its {@code _id}. */
    static Document of(Content content) {
        return Documents.sparse(new Document("size", content.size())
                .append("type", content.type())
                .append("noThumbnail", content.noThumbnail())
                .append("storedAt", Documents.date(content.storedAt())));
    }

    static Content content(Document document) {
        return new Content(
                new Sha256(document.getString("_id")),
                document.get("size", Number.class).longValue(),
                document.getString("type"),
                document.getString("noThumbnail"),
                document.getDate("storedAt").toInstant());
    }

    /** The document without its {@code _id}. */
    static Document of(Capture capture) {
        Place place = capture.place();
        Origin origin = capture.origin();
        return Documents.sparse(new Document("campaign", capture.campaignId())
                .append("sha256", capture.sha256().hex())
                .append("kind", capture.kind().name())
                .append("capturedAt", Documents.date(capture.capturedAt()))
                .append("url", place.url())
                .append("finalUrl", place.finalUrl())
                .append("redirects", place.redirects())
                .append("status", place.status())
                .append("title", place.title())
                .append("target", place.targetId())
                .append("collector", origin.collector())
                .append("version", origin.version())
                .append("sender", origin.sender())
                .append("declaredType", capture.declaredType())
                .append("exchange", exchange(capture.exchange())));
    }

    static Capture capture(Document document) {
        Place place = new Place(
                document.getString("url"),
                document.getString("finalUrl"),
                document.getList("redirects", String.class, List.of()),
                document.getInteger("status"),
                document.getString("title"),
                document.getString("target"));
        Origin origin = new Origin(
                document.getString("collector"), document.getString("version"), document.getString("sender"));
        return new Capture(
                document.getString("campaign"),
                new Sha256(document.getString("sha256")),
                Kind.valueOf(document.getString("kind")),
                document.getDate("capturedAt").toInstant(),
                place,
                origin,
                document.getString("declaredType"),
                exchange(document.get("exchange", Document.class)));
    }

    static Standing standing(Document document) {
        return new Standing(
                new Sha256(document.getString("sha256")),
                Boolean.TRUE.equals(document.getBoolean("brought")),
                document.getList("cells", String.class, List.of()),
                Set.copyOf(document.getList("targets", String.class, List.of())),
                document.getString("url"));
    }

    /** Adds a member to the {@code $each} of a set. */
    static void addEach(Document sets, String field, String member) {
        Document each =
                (Document) sets.computeIfAbsent(field, absent -> new Document("$each", new ArrayList<String>()));
        List<String> members = each.getList("$each", String.class);
        if (!members.contains(member)) {
            members.add(member);
        }
    }

    private static @Nullable Document exchange(@Nullable Exchange exchange) {
        return exchange == null
                ? null
                : Documents.sparse(new Document("recordId", exchange.recordId())
                        .append("type", exchange.type())
                        .append("request", binary(exchange.request()))
                        .append("response", binary(exchange.response()))
                        .append("ipAddress", exchange.ipAddress())
                        .append("truncated", exchange.truncated()));
    }

    private static @Nullable Exchange exchange(@Nullable Document document) {
        return document == null
                ? null
                : new Exchange(
                        document.getString("recordId"),
                        document.getString("type"),
                        text(document.get("request", Binary.class)),
                        text(document.get("response", Binary.class)),
                        document.getString("ipAddress"),
                        document.getString("truncated"));
    }

    private static @Nullable Binary binary(@Nullable String text) {
        return text == null ? null : new Binary(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static @Nullable String text(@Nullable Binary bytes) {
        return bytes == null ? null : new String(bytes.getData(), StandardCharsets.ISO_8859_1);
    }
}
