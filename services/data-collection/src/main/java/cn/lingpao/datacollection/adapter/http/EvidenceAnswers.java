package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.application.evidence.AskTheEvidence.Step;
import cn.lingpao.datacollection.application.evidence.Brought;
import cn.lingpao.datacollection.application.evidence.Standing;
import cn.lingpao.datacollection.application.evidence.TakeApart;
import cn.lingpao.datacollection.application.evidence.TakeApart.Outcome;
import cn.lingpao.datacollection.application.evidence.Verification;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers about evidence. */
final class EvidenceAnswers {

    private EvidenceAnswers() {}

    /** What became of an upload. */
    @JsonInclude(Include.NON_NULL)
    record Receipt(
            String sha256,
            long size,
            String type,
            @Nullable String declaredType,
            String outcome,
            String captureId,
            boolean thumbnail,
            @Nullable String noThumbnail) {

        static Receipt of(Brought brought) {
            Content content = brought.content();
            return new Receipt(
                    content.sha256().hex(),
                    content.size(),
                    content.type(),
                    brought.capture().declaredType(),
                    brought.newBytes() || brought.newCapture() ? "stored" : "repeated",
                    brought.capture().id(),
                    content.noThumbnail() == null,
                    content.noThumbnail());
        }
    }

    /** What became of the records of an archive. */
    record ArchiveReport(long stored, long repeated, long passed, long rejected, List<RecordReport> records) {

        static ArchiveReport of(List<TakeApart.Line> lines) {
            return new ArchiveReport(
                    count(lines, Outcome.STORED),
                    count(lines, Outcome.REPEATED),
                    count(lines, Outcome.PASSED),
                    count(lines, Outcome.REJECTED),
                    lines.stream().map(RecordReport::of).toList());
        }

        private static long count(List<TakeApart.Line> lines, Outcome outcome) {
            return lines.stream().filter(line -> line.outcome() == outcome).count();
        }
    }

    /** What became of one record. */
    @JsonInclude(Include.NON_NULL)
    record RecordReport(
            int record,
            String type,
            String outcome,
            @Nullable String url,
            @Nullable String sha256,
            @Nullable String code,
            @Nullable String reason) {

        static RecordReport of(TakeApart.Line line) {
            return new RecordReport(
                    line.number(),
                    line.type(),
                    line.outcome().name().toLowerCase(Locale.ROOT),
                    line.url(),
                    line.sha256() == null ? null : line.sha256().hex(),
                    line.code(),
                    line.reason());
        }
    }

    /** A capture with what its bytes are. */
    @JsonInclude(Include.NON_NULL)
    record CaptureView(
            String captureId,
            String sha256,
            @Nullable Long size,
            @Nullable String type,
            @Nullable String declaredType,
            boolean thumbnail,
            String kind,
            Instant capturedAt,
            @Nullable String url,
            @Nullable String finalUrl,
            List<String> redirects,
            @Nullable Integer status,
            @Nullable String title,
            @Nullable String target,
            String collector,
            @Nullable String collectorVersion,
            @Nullable String warcRecordId,
            @Nullable String relation) {

        static CaptureView of(Step step, @Nullable Content content) {
            return of(step.capture(), content, step.relation().text());
        }

        static CaptureView of(Capture capture, @Nullable Content content) {
            return of(capture, content, null);
        }

        private static CaptureView of(Capture capture, @Nullable Content content, @Nullable String relation) {
            return new CaptureView(
                    capture.id(),
                    capture.sha256().hex(),
                    content == null ? null : content.size(),
                    content == null ? null : content.type(),
                    capture.declaredType(),
                    content != null && content.noThumbnail() == null,
                    capture.kind().text(),
                    capture.capturedAt(),
                    capture.place().url(),
                    capture.place().finalUrl(),
                    capture.place().redirects(),
                    capture.place().status(),
                    capture.place().title(),
                    capture.place().targetId(),
                    capture.origin().collector(),
                    capture.origin().version(),
                    capture.exchange() == null ? null : capture.exchange().recordId(),
                    relation);
        }
    }

    /** A piece of evidence: what it is, how it was captured, and which cells rest on it. */
    @JsonInclude(Include.NON_NULL)
    record Description(
            String sha256,
            long size,
            String type,
            boolean thumbnail,
            @Nullable String noThumbnail,
            Instant storedAt,
            List<String> cells,
            List<CaptureView> captures) {

        static Description of(Content content, List<String> cells, List<Capture> captures) {
            return new Description(
                    content.sha256().hex(),
                    content.size(),
                    content.type(),
                    content.noThumbnail() == null,
                    content.noThumbnail(),
                    content.storedAt(),
                    cells,
                    captures.stream()
                            .map(capture -> CaptureView.of(capture, content))
                            .toList());
        }
    }

    /** Evidence that observations name and nobody brought. */
    @JsonInclude(Include.NON_NULL)
    record OutstandingView(String sha256, @Nullable String url, List<String> cells, List<String> broughtOfThisUrl) {

        static OutstandingView of(Standing standing, List<String> broughtOfThisUrl) {
            return new OutstandingView(standing.sha256().hex(), standing.url(), standing.cells(), broughtOfThisUrl);
        }
    }

    /** What stored bytes hash to now. */
    @JsonInclude(Include.NON_NULL)
    record VerificationView(
            String sha256, @Nullable String computed, long size, long expectedSize, boolean intact, Instant checkedAt) {

        static VerificationView of(Verification found, Instant now) {
            return new VerificationView(
                    found.sha256().hex(),
                    found.computed() == null ? null : found.computed().hex(),
                    found.size(),
                    found.expectedSize(),
                    found.intact(),
                    now);
        }
    }

    /** How much evidence a campaign has, and how much it waits for. */
    record EvidenceProgress(long brought, long outstanding, long captures) {}
}
