package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.adapter.http.EvidenceAnswers.ArchiveReport;
import cn.lingpao.datacollection.adapter.http.EvidenceAnswers.Receipt;
import cn.lingpao.datacollection.application.evidence.BringEvidence;
import cn.lingpao.datacollection.application.evidence.Brought;
import cn.lingpao.datacollection.application.evidence.Spool;
import cn.lingpao.datacollection.application.evidence.TakeApart;
import cn.lingpao.datacollection.application.evidence.TakeApart.Delivery;
import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.Sender;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Origin;
import cn.lingpao.datacollection.domain.evidence.Place;
import cn.lingpao.servicesupport.Caller;
import cn.lingpao.servicesupport.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where collectors deliver what they captured, piece by piece or as a web archive. */
@RestController
@RequestMapping("/campaigns/{campaign}/evidence")
@PreAuthorize("hasRole('collector')")
public class EvidenceIntake {

    private final BringEvidence bring;
    private final TakeApart takeApart;
    private final EvidenceLimits limits;

    public EvidenceIntake(BringEvidence bring, TakeApart takeApart, EvidenceLimits limits) {
        this.bring = bring;
        this.takeApart = takeApart;
        this.limits = limits;
    }

    /** Takes bytes as they are; the query tells the circumstances, the bytes name themselves. */
    @ApiResponse(
            responseCode = "201",
            description = "new",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)))
    @ApiResponse(
            responseCode = "200",
            description = "known; of a web archive what became of its records",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {Receipt.class, ArchiveReport.class})))
    @RequestMapping(method = {RequestMethod.POST, RequestMethod.PUT})
    ResponseEntity<Object> bring(
            @PathVariable String campaign,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            Authentication caller)
            throws IOException {
        return take(campaign, null, new CaptureQuery(query), request, caller);
    }

    /** The same for a sender who knows the hash. */
    @ApiResponse(
            responseCode = "201",
            description = "new",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)))
    @ApiResponse(
            responseCode = "200",
            description = "known; of a web archive what became of its records",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {Receipt.class, ArchiveReport.class})))
    @RequestMapping(path = "/{sha256}", method = RequestMethod.PUT)
    ResponseEntity<Object> bring(
            @PathVariable String campaign,
            @PathVariable String sha256,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            Authentication caller)
            throws IOException {
        return take(campaign, sha256, new CaptureQuery(query), request, caller);
    }

    /** What curl sends when nobody tells it otherwise; a container would take it for fields of a form. */
    @Hidden
    @RequestMapping(
            path = {"", "/{sha256}"},
            method = {RequestMethod.POST, RequestMethod.PUT},
            consumes = {"application/x-www-form-urlencoded", "multipart/form-data"})
    ResponseEntity<Object> form() {
        throw new Refusal(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "not-a-form",
                "send the bytes as they are with their own Content-Type, for example"
                        + " curl --data-binary @page.html -H 'Content-Type: text/html'");
    }

    private ResponseEntity<Object> take(
            String campaign,
            @Nullable String inPath,
            CaptureQuery query,
            HttpServletRequest request,
            Authentication caller)
            throws IOException {
        String sender = Caller.name(caller);
        registered(campaign, query.text("collector"), ObservationController.delivering(caller));
        if (request.getHeader("Content-Encoding") != null) {
            throw new Refusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "encoded",
                    "evidence is kept byte by byte: send it without Content-Encoding");
        }
        Claims claims = Claims.of(request, inPath, query.text("sha256"));
        try (InputStream body = request.getInputStream();
                Spool bytes = Spool.of(body, limits.most())) {
            claims.contradicting(bytes.sha256()).ifPresent(claimed -> {
                throw new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "hash-mismatch",
                        "the bytes that came hash to %s, not to %s as claimed; nothing was stored"
                                .formatted(bytes.sha256(), claimed));
            });
            if (bytes.size() == 0) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "empty", "there were no bytes in the body");
            }
            String target = query.text("target");
            if (target != null) {
                refuse(bring.unknown(campaign, target));
            }
            return WarcSniff.isArchive(bytes, request.getContentType(), query.saysKind())
                    ? archive(campaign, query, bytes, sender)
                    : piece(campaign, query, bytes, request.getContentType(), sender);
        }
    }

    /** A program brings evidence where something is assigned to it, and as its own. */
    private void registered(String campaign, @Nullable String collector, Sender sender) {
        bring.refusal(campaign, sender).ifPresent(fault -> {
            throw new Refusal(HttpStatus.FORBIDDEN, fault.code().text(), fault.reason());
        });
        if (sender instanceof Sender.Program program && collector != null && !collector.equals(program.id())) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "not-registered",
                    "program '%s' brings evidence in its own name only: leave 'collector' out".formatted(program.id()));
        }
    }

    private ResponseEntity<Object> piece(
            String campaign, CaptureQuery query, Spool bytes, @Nullable String declaredType, String sender)
            throws IOException {
        Instant capturedAt = query.capturedAt(bring.now());
        Place place = query.place();
        Origin origin = query.origin(sender);
        Capture capture =
                new Capture(campaign, bytes.sha256(), query.kind(), capturedAt, place, origin, declaredType, null);
        refuse(bring.refusal(campaign, capturedAt));
        Brought brought = bring.bring(capture, bytes);
        boolean fresh = brought.newBytes() || brought.newCapture();
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK).body(Receipt.of(brought));
    }

    private static void refuse(Optional<Fault> found) {
        found.ifPresent(fault -> {
            throw CaptureQuery.refused(
                    String.valueOf(fault.field()), fault.code().text(), fault.reason());
        });
    }

    private ResponseEntity<Object> archive(String campaign, CaptureQuery query, Spool bytes, String sender)
            throws IOException {
        Delivery delivery = new Delivery(
                campaign, query.text("target"), query.text("collector"), query.text("collectorVersion"), sender);
        try (InputStream file = bytes.open()) {
            return ResponseEntity.ok(ArchiveReport.of(takeApart.takeApart(file, limits.most(), delivery)));
        }
    }
}
