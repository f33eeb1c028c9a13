package cn.lingpao.casesubmission.adapter.http;

import cn.lingpao.casesubmission.application.SubmitCase;
import cn.lingpao.casesubmission.application.SubmitCase.Refused;
import cn.lingpao.casesubmission.application.SubmitCase.Submitted;
import cn.lingpao.casesubmission.application.SubmitCase.Unchanged;
import cn.lingpao.casesubmission.application.SubmitCase.UnknownCampaign;
import cn.lingpao.casesubmission.domain.InnovationCase;
import cn.lingpao.casesubmission.domain.Upload;
import cn.lingpao.servicesupport.Refusal;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The public form over HTTP: JSON, or multipart with the JSON in the part {@code case} and files beside it. */
@RestController
class SubmissionController {

    private final SubmitCase submitCase;

    SubmissionController(SubmitCase submitCase) {
        this.submitCase = submitCase;
    }

    @PostMapping(path = "/campaigns/{campaign}/cases", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> submit(@PathVariable String campaign, @RequestBody CaseBody form) {
        return submit(campaign, form, List.of());
    }

    @PostMapping(path = "/campaigns/{campaign}/cases", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Receipt> submitWithFiles(
            @PathVariable String campaign,
            @RequestPart("case") CaseBody form,
            @RequestPart(name = "attachments", required = false) @Nullable List<MultipartFile> attachments)
            throws IOException {
        List<Upload> uploads = new ArrayList<>();
        for (MultipartFile file : attachments == null ? List.<MultipartFile>of() : attachments) {
            String name = file.getOriginalFilename();
            uploads.add(new Upload(name == null ? "" : name, file.getBytes()));
        }
        return submit(campaign, form, uploads);
    }

    private ResponseEntity<Receipt> submit(String campaign, CaseBody form, List<Upload> uploads) {
        return switch (submitCase.submit(campaign, form.toDomain(), uploads, form.at())) {
            case Submitted submitted ->
                ResponseEntity.created(URI.create(
                                "/api/v1/cases/" + submitted.submitted().id()))
                        .body(Receipt.of("created", submitted.submitted()));
            case Unchanged unchanged -> ResponseEntity.ok(Receipt.of("unchanged", unchanged.stored()));
            case Refused refused -> throw Refusals.of(refused.faults());
            case UnknownCampaign unknown -> throw Refusal.notFound("campaign", unknown.campaignId());
        };
    }

    /** What the submitter keeps. */
    record Receipt(String outcome, String caseId, String title, Instant submittedAt) {

        static Receipt of(String outcome, InnovationCase received) {
            return new Receipt(outcome, received.id(), received.form().title(), received.submittedAt());
        }
    }
}
