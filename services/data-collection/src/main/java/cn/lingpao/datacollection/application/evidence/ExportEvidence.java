package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the evidence of a campaign, or of one target of it, as a web archive that any replay tool opens. */
public final class ExportEvidence {

    private static final int AT_ONCE = 100;

    private final EvidenceStore store;
    private final Archives archives;
    private final Clock clock;

    public ExportEvidence(EvidenceStore store, Archives archives, Clock clock) {
        this.store = store;
        this.archives = archives;
        this.clock = clock;
    }

    public void export(String campaignId, @Nullable String targetId, OutputStream to) throws IOException {
        String about = "campaign " + campaignId + (targetId == null ? "" : ", target " + targetId);
        try (Archives.Writer writer = archives.write(to, about, clock.instant())) {
            Page<Standing> page;
            int number = 0;
            do {
                page = store.standings(campaignId, targetId, true, new Paging(number++, AT_ONCE));
                for (Standing standing : page.items()) {
                    write(campaignId, standing.sha256(), writer);
                }
            } while ((long) number * AT_ONCE < page.total());
        }
    }

    private void write(String campaignId, Sha256 sha256, Archives.Writer writer) throws IOException {
        Optional<Content> content = store.content(sha256);
        CaptureFilter filter = new CaptureFilter(campaignId, sha256, null, null, null);
        Page<Capture> page = store.captures(filter, new Paging(0, AT_ONCE));
        for (int last = (int) ((page.total() - 1) / AT_ONCE); last >= 0 && content.isPresent(); last--) {
            Page<Capture> part = last == 0 ? page : store.captures(filter, new Paging(last, AT_ONCE));
            for (Capture capture : part.items().reversed()) {
                writer.write(capture, content.get(), () -> payload(sha256));
            }
        }
    }

    private InputStream payload(Sha256 sha256) {
        return store.open(sha256).orElseThrow(() -> new UncheckedIOException(new IOException("no bytes of " + sha256)));
    }
}
