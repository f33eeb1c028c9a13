package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;
import cn.lingpao.datacollection.domain.evidence.Kind;
import cn.lingpao.datacollection.domain.evidence.Relation;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what evidence there is, what is outstanding, whether it is unchanged, and what later captures say of it. */
public final class AskTheEvidence {

    private static final int LONGEST_HISTORY = 1_000;

    private final EvidenceStore store;

    public AskTheEvidence(EvidenceStore store) {
        this.store = store;
    }

    public EvidenceStore store() {
        return store;
    }

    /** Whether a sender brought it himself to this campaign. */
    public boolean brought(String campaignId, Sha256 sha256, String sender) {
        return store.captures(new CaptureFilter(campaignId, sha256, null, null, sender), new Paging(0, 1))
                        .total()
                > 0;
    }

    public Page<Capture> captures(CaptureFilter filter, Paging paging) {
        return store.captures(filter, paging);
    }

    /** Every capture of an address, oldest first, each beside the one of its kind before it. */
    public List<Step> history(String campaignId, String url) {
        Map<Kind, Capture> before = new EnumMap<>(Kind.class);
        List<Step> steps = new ArrayList<>();
        for (Capture capture : store.history(campaignId, url, LONGEST_HISTORY)) {
            steps.add(new Step(capture, Relation.of(before.put(capture.kind(), capture), capture)));
        }
        return steps;
    }

    /** Reads the stored bytes anew and says what they hash to; empty when there are none. */
    public Optional<Verification> verify(Sha256 sha256) throws IOException {
        Optional<Content> content = store.content(sha256);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        MessageDigest digest = Sha256.digest();
        long size = 0;
        try (InputStream bytes = store.open(sha256).orElseGet(InputStream::nullInputStream)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        } catch (RuntimeException damaged) {
            return Optional.of(
                    new Verification(sha256, null, size, content.get().size()));
        }
        return Optional.of(new Verification(
                sha256, Sha256.of(digest.digest()), size, content.get().size()));
    }

    /** A capture, and what it says beside the one before it. */
    public record Step(Capture capture, Relation relation) {}
}
