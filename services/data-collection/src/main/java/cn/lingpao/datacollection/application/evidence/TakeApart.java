package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.application.evidence.ArchivedRecord.Described;
import cn.lingpao.datacollection.application.evidence.ArchivedRecord.Earlier;
import cn.lingpao.datacollection.application.evidence.ArchivedRecord.Facts;
import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Origin;
import cn.lingpao.datacollection.domain.evidence.Place;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a web archive apart: each payload becomes evidence, with its record kept beside it. */
public final class TakeApart {

    private final BringEvidence bring;
    private final Archives archives;

    public TakeApart(BringEvidence bring, Archives archives) {
        this.bring = bring;
        this.archives = archives;
    }

    /**
     * What all records of a file share.
     *
     * @param collector who captured; null takes what the file says
     * @param sender who delivers the file
     */
    public record Delivery(
            String campaignId,
            @Nullable String targetId,
            @Nullable String collector,
            @Nullable String version,
            String sender) {}

    /** What became of a record. */
    public record Line(
            int number,
            String type,
            Outcome outcome,
            @Nullable String url,
            @Nullable Sha256 sha256,
            @Nullable String code,
            @Nullable String reason) {}

    /** The ways that a record can go. */
    public enum Outcome {
        STORED,
        REPEATED,
        PASSED,
        REJECTED
    }

    /** @param most bytes that one payload may have */
    public List<Line> takeApart(InputStream file, long most, Delivery delivery) throws IOException {
        bring.refusal(delivery.campaignId(), bring.now());
        List<Line> lines = new ArrayList<>();
        archives.read(file, most, record -> lines.add(take(record, delivery)));
        return lines;
    }

    private Line take(ArchivedRecord record, Delivery delivery) throws IOException {
        return switch (record) {
            case ArchivedRecord.Passed passed ->
                new Line(passed.number(), passed.type(), Outcome.PASSED, null, null, null, null);
            case ArchivedRecord.Broken broken -> rejected(broken, broken.url(), broken.code(), broken.reason());
            case ArchivedRecord.Found found -> found(found, delivery);
            case ArchivedRecord.Revisit revisit -> revisit(revisit, delivery);
        };
    }

    private Line found(ArchivedRecord.Found found, Delivery delivery) throws IOException {
        Optional<Fault> fault =
                bring.refusal(delivery.campaignId(), found.facts().capturedAt());
        if (fault.isPresent()) {
            return rejected(
                    found,
                    found.facts().url(),
                    fault.get().code().text(),
                    fault.get().reason());
        }
        Capture capture = capture(found.facts(), found.payload().sha256(), delivery);
        return taken(found, bring.bring(capture, found.payload()));
    }

    private Line revisit(ArchivedRecord.Revisit revisit, Delivery delivery) {
        Facts facts = revisit.facts();
        Optional<Fault> fault = bring.refusal(delivery.campaignId(), facts.capturedAt());
        if (fault.isPresent()) {
            return rejected(
                    revisit, facts.url(), fault.get().code().text(), fault.get().reason());
        }
        return Optional.ofNullable(revisit.sha256())
                .or(() -> bring.payload(delivery.campaignId(), revisit.earlier()))
                .flatMap(sha256 -> bring.bringAgain(capture(facts, sha256, delivery)))
                .map(brought -> taken(revisit, brought))
                .orElseGet(() -> rejected(
                        revisit,
                        facts.url(),
                        "unknown-payload",
                        "a revisit of %s, which was not brought; bring its response first"
                                .formatted(
                                        revisit.sha256() == null
                                                ? said(revisit.earlier())
                                                : "the payload " + revisit.sha256())));
    }

    private static String said(Earlier earlier) {
        return "what %s gave at %s in the record %s".formatted(earlier.url(), earlier.capturedAt(), earlier.recordId());
    }

    private static Capture capture(Facts facts, Sha256 sha256, Delivery delivery) {
        Described described = facts.described() == null ? asFarAsKnown(facts) : facts.described();
        Place place = described.place();
        boolean named = delivery.collector() != null;
        String collector = named ? delivery.collector() : described.collector();
        String version = named ? delivery.version() : described.version();
        return new Capture(
                delivery.campaignId(),
                sha256,
                described.kind(),
                facts.capturedAt(),
                delivery.targetId() == null ? place : place.of(delivery.targetId()),
                new Origin(
                        collector == null ? delivery.sender() : collector,
                        version == null ? delivery.version() : version,
                        delivery.sender()),
                described.declaredType(),
                described.plain() ? null : facts.exchange());
    }

    /** What a record of somebody else's archive tells; {@code software} is a name, and often a slash and a version. */
    private static Described asFarAsKnown(Facts facts) {
        String[] software =
                facts.software() == null ? new String[0] : facts.software().split("/", 2);
        return new Described(
                facts.kind(),
                new Place(facts.url(), facts.url(), List.of(), facts.status(), null, null),
                software.length == 0 ? null : software[0],
                software.length < 2 ? null : software[1],
                facts.declaredType(),
                false);
    }

    private static Line taken(ArchivedRecord record, Brought brought) {
        return new Line(
                record.number(),
                record.type(),
                brought.newBytes() || brought.newCapture() ? Outcome.STORED : Outcome.REPEATED,
                brought.capture().place().url(),
                brought.content().sha256(),
                null,
                null);
    }

    private static Line rejected(ArchivedRecord record, @Nullable String url, String code, String reason) {
        return new Line(record.number(), record.type(), Outcome.REJECTED, url, null, code, reason);
    }
}
