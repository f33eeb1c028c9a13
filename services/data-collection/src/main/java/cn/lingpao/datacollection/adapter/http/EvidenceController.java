package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.adapter.http.Answers.PageOf;
import cn.lingpao.datacollection.adapter.http.EvidenceAnswers.CaptureView;
import cn.lingpao.datacollection.adapter.http.EvidenceAnswers.Description;
import cn.lingpao.datacollection.adapter.http.EvidenceAnswers.EvidenceProgress;
import cn.lingpao.datacollection.adapter.http.EvidenceAnswers.OutstandingView;
import cn.lingpao.datacollection.adapter.http.EvidenceAnswers.VerificationView;
import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.application.evidence.AskTheEvidence;
import cn.lingpao.datacollection.application.evidence.AskTheEvidence.Step;
import cn.lingpao.datacollection.application.evidence.CaptureFilter;
import cn.lingpao.datacollection.application.evidence.EvidenceStore;
import cn.lingpao.datacollection.application.evidence.ExportEvidence;
import cn.lingpao.datacollection.application.evidence.Standing;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import cn.lingpao.servicesupport.Caller;
import cn.lingpao.servicesupport.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evidence for those who may see it: reviewers, arbiters, auditors, administrators, and a collector his own. */
@RestController
@RequestMapping("/campaigns/{campaign}/evidence")
public class EvidenceController {

    private static final List<String> ROLES = List.of("auditor", "reviewer", "arbiter", "administrator");
    private static final String READERS = "hasAnyRole('auditor', 'reviewer', 'arbiter', 'administrator')";
    private static final String READERS_AND_BRINGERS =
            "hasAnyRole('auditor', 'reviewer', 'arbiter', 'administrator', 'collector')";
    private static final int SHOWN = 100;

    private final AskTheEvidence evidence;
    private final EvidenceStore store;
    private final ExportEvidence export;
    private final Clock clock;

    public EvidenceController(AskTheEvidence evidence, ExportEvidence export, Clock clock) {
        this.evidence = evidence;
        this.store = evidence.store();
        this.export = export;
        this.clock = clock;
    }

    /** The captures of a campaign, newest first; a collector sees what he brought. */
    @GetMapping
    @PreAuthorize(READERS_AND_BRINGERS)
    PageOf<CaptureView> captures(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String sha256,
            @RequestParam(required = false) @Nullable String url,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            Authentication caller) {
        String sender = mayReadAll(caller) ? null : Caller.name(caller);
        CaptureFilter filter = new CaptureFilter(campaign, sha256 == null ? null : hash(sha256), url, target, sender);
        Page<Capture> found = evidence.captures(filter, paging(page, size));
        Map<Sha256, Content> contents = contents(found.items().stream());
        return PageOf.of(found, capture -> CaptureView.of(capture, contents.get(capture.sha256())));
    }

    @GetMapping("/progress")
    @PreAuthorize(READERS_AND_BRINGERS)
    EvidenceProgress progress(@PathVariable String campaign) {
        Paging one = new Paging(0, 1);
        return new EvidenceProgress(
                store.standings(campaign, null, true, one).total(),
                store.standings(campaign, null, false, one).total(),
                store.captures(new CaptureFilter(campaign, null, null, null, null), one)
                        .total());
    }

    /** What observations name and nobody brought, each with what was brought of the same address instead. */
    @GetMapping("/outstanding")
    @PreAuthorize(READERS_AND_BRINGERS)
    PageOf<OutstandingView> outstanding(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        Page<Standing> found = store.standings(campaign, target, false, paging(page, size));
        return PageOf.of(found, standing -> OutstandingView.of(standing, otherBytes(campaign, standing.url())));
    }

    private List<String> otherBytes(String campaign, @Nullable String url) {
        return url == null
                ? List.of()
                : store.history(campaign, url, SHOWN).stream()
                        .map(capture -> capture.sha256().hex())
                        .distinct()
                        .toList();
    }

    /** Every capture of an address, oldest first: the first, and then unchanged, changed or gone. */
    @GetMapping("/history")
    @PreAuthorize(READERS)
    List<CaptureView> history(@PathVariable String campaign, @RequestParam String url) {
        List<Step> steps = evidence.history(campaign, url);
        Map<Sha256, Content> contents = contents(steps.stream().map(Step::capture));
        return steps.stream()
                .map(step -> CaptureView.of(step, contents.get(step.capture().sha256())))
                .toList();
    }

    /** The evidence of a campaign or a target as a web archive. */
    @GetMapping("/export")
    @PreAuthorize(READERS)
    void export(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String target,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("application/warc");
        response.setHeader("Content-Disposition", "attachment; filename=\"evidence.warc.gz\"");
        export.export(campaign, target, response.getOutputStream());
    }

    /** The bytes, as they came. */
    @GetMapping("/{sha256}")
    @PreAuthorize(READERS_AND_BRINGERS)
    ResponseEntity<InputStreamResource> bytes(
            @PathVariable String campaign, @PathVariable String sha256, Authentication caller) {
        Sha256 hash = readable(campaign, sha256, caller);
        Content content = store.content(hash).orElseThrow(() -> missing(hash));
        return SafeServing.attachment(
                content, new InputStreamResource(store.open(hash).orElseThrow(() -> missing(hash))));
    }

    @GetMapping("/{sha256}/description")
    @PreAuthorize(READERS_AND_BRINGERS)
    Description description(@PathVariable String campaign, @PathVariable String sha256, Authentication caller) {
        Sha256 hash = readable(campaign, sha256, caller);
        Content content = store.content(hash).orElseThrow(() -> missing(hash));
        String sender = mayReadAll(caller) ? null : Caller.name(caller);
        List<String> cells = store.standing(campaign, hash).map(Standing::cells).orElse(List.of());
        return Description.of(
                content,
                cells,
                store.captures(new CaptureFilter(campaign, hash, null, null, sender), new Paging(0, SHOWN))
                        .items());
    }

    @GetMapping("/{sha256}/thumbnail")
    @PreAuthorize(READERS_AND_BRINGERS)
    ResponseEntity<byte[]> thumbnail(
            @PathVariable String campaign, @PathVariable String sha256, Authentication caller) {
        Sha256 hash = readable(campaign, sha256, caller);
        return store.thumbnail(hash).map(SafeServing::png).orElseThrow(() -> {
            String reason = store.content(hash).map(Content::noThumbnail).orElse("there are no bytes");
            return new Refusal(HttpStatus.NOT_FOUND, "no-thumbnail", reason);
        });
    }

    /** Reads the stored bytes anew and says what they hash to. */
    @GetMapping("/{sha256}/verification")
    @PreAuthorize(READERS_AND_BRINGERS)
    VerificationView verification(@PathVariable String campaign, @PathVariable String sha256, Authentication caller)
            throws IOException {
        Sha256 hash = readable(campaign, sha256, caller);
        return evidence.verify(hash)
                .map(found -> VerificationView.of(found, clock.instant()))
                .orElseThrow(() -> missing(hash));
    }

    private Sha256 readable(String campaign, String text, Authentication caller) {
        Sha256 hash = hash(text);
        boolean all = mayReadAll(caller);
        Standing standing = store.standing(campaign, hash)
                .filter(found -> all || evidence.brought(campaign, hash, Caller.name(caller)))
                .orElseThrow(() -> Refusal.notFound("evidence", hash.hex()));
        if (!standing.brought()) {
            throw new Refusal(
                    HttpStatus.NOT_FOUND,
                    "outstanding",
                    "%s is named by observations of %s, but nobody has brought its bytes"
                            .formatted(hash, standing.cells()));
        }
        return hash;
    }

    private static boolean mayReadAll(Authentication caller) {
        return ROLES.stream().anyMatch(role -> Caller.has(caller, role));
    }

    private Map<Sha256, Content> contents(Stream<Capture> captures) {
        return store.contents(captures.map(Capture::sha256).distinct().toList());
    }

    private static Sha256 hash(String text) {
        return Sha256.read(text)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.BAD_REQUEST, "wrong-hash", "'" + text + "' is not 64 hexadecimal digits"));
    }

    private static Refusal missing(Sha256 hash) {
        return new Refusal(HttpStatus.NOT_FOUND, "no-bytes", "the store has no bytes of " + hash);
    }

    private static Paging paging(int page, int size) {
        try {
            return new Paging(page, size);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "wrong-page", wrong.getMessage());
        }
    }
}
