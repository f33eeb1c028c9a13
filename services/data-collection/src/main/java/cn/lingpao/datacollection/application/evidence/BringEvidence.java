package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.application.Registry;
import cn.lingpao.datacollection.application.UnknownCampaign;
import cn.lingpao.datacollection.application.evidence.ArchivedRecord.Earlier;
import cn.lingpao.datacollection.domain.Campaign;
import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.Sender;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.CaptureGate;
import cn.lingpao.datacollection.domain.evidence.Content;
import cn.lingpao.datacollection.domain.evidence.Exchange;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Keeps captured bytes, once, and each act of capturing them. What was answered is stored. */
public final class BringEvidence {

    /** Captures of one address among which the one that a revisit refers to is looked for. */
    private static final int LOOKED_BACK = 1_000;

    private final Registry registry;
    private final EvidenceStore store;
    private final Looks looks;
    private final Clock clock;

    public BringEvidence(Registry registry, EvidenceStore store, Looks looks, Clock clock) {
        this.registry = registry;
        this.store = store;
        this.looks = looks;
        this.clock = clock;
    }

    /** Now, to the millisecond. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Why a capture of that time cannot be taken, or nothing.
     *
     * @throws UnknownCampaign when there is no such campaign
     */
    public Optional<Fault> refusal(String campaignId, Instant capturedAt) {
        Campaign campaign = registry.campaign(campaignId).orElseGet(() -> refreshed(campaignId));
        return new CaptureGate(now()).refusal(campaign, capturedAt);
    }

    /**
     * Why this sender may not bring evidence to the campaign, or nothing: a program only where something is assigned to it.
     *
     * @throws UnknownCampaign when there is no such campaign
     */
    public Optional<Fault> refusal(String campaignId, Sender sender) {
        if (!(sender instanceof Sender.Program program)) {
            return Optional.empty();
        }
        Campaign campaign = registry.campaign(campaignId).orElseGet(() -> refreshed(campaignId));
        if (!campaign.registrations().knows(program.id())) {
            campaign = refreshed(campaignId);
        }
        return campaign.registrations().knows(program.id())
                ? Optional.empty()
                : Optional.of(new Fault(
                        "campaign",
                        Fault.Code.NOT_REGISTERED,
                        "program '%s' is registered for nothing in campaign '%s': an administrator assigns it check points"
                                        .formatted(program.id(), campaignId)
                                + " under 'collection' of the campaign's file"));
    }

    /** Why evidence cannot be that of this target, or nothing. */
    public Optional<Fault> unknown(String campaignId, String targetId) {
        if (registry.target(campaignId, targetId).isEmpty()) {
            registry.refresh();
        }
        return registry.target(campaignId, targetId).isPresent()
                ? Optional.empty()
                : Optional.of(new Fault(
                        "target",
                        Fault.Code.UNKNOWN_TARGET,
                        "campaign '%s' has no target '%s'".formatted(campaignId, targetId)));
    }

    private Campaign refreshed(String campaignId) {
        registry.refresh();
        return registry.campaign(campaignId).orElseThrow(() -> new UnknownCampaign(campaignId));
    }

    /** Keeps bytes whose capture was not refused; the bytes come first, so that a capture never speaks of none. */
    public Brought bring(Capture capture, Spool bytes) throws IOException {
        Optional<Content> known = store.content(bytes.sha256());
        Content content = known.isPresent() ? known.get() : keep(bytes);
        return new Brought(content, capture, known.isEmpty(), store.add(capture));
    }

    /** Notes a capture whose bytes are there already; empty when they are not. */
    public Optional<Brought> bringAgain(Capture capture) {
        return store.content(capture.sha256()).map(content -> new Brought(content, capture, false, store.add(capture)));
    }

    /** The payload of an earlier capture, by its record or by where and when it was; empty when it was not brought. */
    Optional<Sha256> payload(String campaignId, Earlier earlier) {
        if (earlier.url() == null) {
            return Optional.empty();
        }
        return store.history(campaignId, earlier.url(), LOOKED_BACK).stream()
                .filter(capture -> is(capture, earlier))
                .map(Capture::sha256)
                .findFirst();
    }

    private static boolean is(Capture capture, Earlier earlier) {
        Exchange exchange = capture.exchange();
        return exchange != null && exchange.recordId().equals(earlier.recordId())
                || capture.capturedAt().equals(earlier.capturedAt());
    }

    private Content keep(Spool bytes) throws IOException {
        Looks.Impression impression = looks.of(bytes.file());
        Content content = new Content(bytes.sha256(), bytes.size(), impression.type(), impression.noThumbnail(), now());
        try (InputStream stream = bytes.open()) {
            store.keep(content, impression.thumbnail(), stream);
        }
        return content;
    }
}
