package cn.lingpao.casesubmission.adapter.http;

import cn.lingpao.casesubmission.application.Assessments;
import cn.lingpao.casesubmission.application.Cases;
import cn.lingpao.casesubmission.application.Files;
import cn.lingpao.casesubmission.domain.Attachment;
import cn.lingpao.casesubmission.domain.InnovationCase;
import cn.lingpao.servicesupport.Caller;
import cn.lingpao.servicesupport.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Submitted cases over HTTP. */
@RestController
class CaseController {

    private final Assessments assessments;
    private final Cases cases;
    private final Files files;

    CaseController(Assessments assessments, Cases cases, Files files) {
        this.assessments = assessments;
        this.cases = cases;
        this.files = files;
    }

    @GetMapping("/campaigns/{campaign}/cases")
    @PreAuthorize("hasAnyRole('judge', 'administrator')")
    List<CaseView> list(@PathVariable String campaign) {
        known(campaign);
        return cases.of(campaign).stream().map(CaseView::full).toList();
    }

    @GetMapping("/campaigns/{campaign}/cases/progress")
    Cases.Count progress(@PathVariable String campaign) {
        known(campaign);
        return cases.count(campaign);
    }

    @GetMapping("/cases/{id}")
    CaseView show(@PathVariable String id, Authentication caller) {
        InnovationCase found = find(id);
        return Caller.has(caller, "judge") || Caller.has(caller, "administrator")
                ? CaseView.full(found)
                : CaseView.open(found);
    }

    @GetMapping("/cases/{id}/attachments/{number}")
    @PreAuthorize("hasRole('judge')")
    ResponseEntity<byte[]> attachment(@PathVariable String id, @PathVariable int number) {
        List<Attachment> attachments = find(id).attachments();
        if (number < 1 || number > attachments.size()) {
            throw Refusal.notFound("attachment", id + "/" + number);
        }
        Attachment attachment = attachments.get(number - 1);
        byte[] bytes =
                files.read(attachment.fileId()).orElseThrow(() -> Refusal.notFound("attachment", id + "/" + number));
        ContentDisposition download = ContentDisposition.attachment()
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.type().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .body(bytes);
    }

    private InnovationCase find(String id) {
        return cases.find(id).orElseThrow(() -> Refusal.notFound("case", id));
    }

    private void known(String campaign) {
        assessments.campaign(campaign).orElseThrow(() -> Refusal.notFound("campaign", campaign));
    }
}
