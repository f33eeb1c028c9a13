package cn.lingpao.casesubmission.application;

import cn.lingpao.casesubmission.domain.Attachment;
import cn.lingpao.casesubmission.domain.BonusRules;
import cn.lingpao.casesubmission.domain.CaseForm;
import cn.lingpao.casesubmission.domain.Fault;
import cn.lingpao.casesubmission.domain.FormRules;
import cn.lingpao.casesubmission.domain.InnovationCase;
import cn.lingpao.casesubmission.domain.PhaseGate;
import cn.lingpao.casesubmission.domain.Upload;
import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.PhaseId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes in a case, in the submission phase; whoever sends the same once more gets the same receipt. */
public class SubmitCase {

    private final Assessments assessments;
    private final Cases cases;
    private final Files files;
    private final Upload.Limits limits;
    private final Clock clock;

    public SubmitCase(Assessments assessments, Cases cases, Files files, Upload.Limits limits, Clock clock) {
        this.assessments = assessments;
        this.cases = cases;
        this.files = files;
        this.limits = limits;
        this.clock = clock;
    }

    /** Submits a form with its files; {@code stated} is when that happened, for recorded campaigns. */
    public Result submit(String campaignId, CaseForm form, List<Upload> uploads, @Nullable Instant stated) {
        Optional<CampaignDefined> campaign = assessments.campaign(campaignId);
        if (campaign.isEmpty()) {
            return new UnknownCampaign(campaignId);
        }
        PhaseGate.Passage passage = PhaseGate.check(campaign.get(), PhaseId.CASE_SUBMISSION, stated, clock.instant());
        return switch (passage) {
            case PhaseGate.Closed closed -> new Refused(List.of(closed.fault()));
            case PhaseGate.Open open -> accept(campaign.get(), form, uploads, open.at());
        };
    }

    private Result accept(CampaignDefined campaign, CaseForm form, List<Upload> uploads, Instant at) {
        List<Fault> faults = check(campaign, form, uploads);
        if (!faults.isEmpty()) {
            return new Refused(faults);
        }
        String id = InnovationCase.idOf(campaign.campaignId(), form, uploads);
        Optional<InnovationCase> stored = cases.find(id);
        if (stored.isPresent()) {
            return new Unchanged(stored.get());
        }
        List<Attachment> attachments = uploads.stream().map(this::keep).toList();
        InnovationCase submitted = new InnovationCase(id, campaign.campaignId(), form, attachments, at, null);
        return cases.add(submitted) ? new Submitted(submitted) : new Unchanged(submitted);
    }

    private List<Fault> check(CampaignDefined campaign, CaseForm form, List<Upload> uploads) {
        List<Fault> faults = new ArrayList<>();
        List<String> types = assessments.bonus(campaign).map(BonusRules::types).orElse(List.of());
        if (types.isEmpty()) {
            faults.add(new Fault(
                    "types", "no-cases", "Framework " + campaign.frameworkRef() + " knows no innovation cases."));
        } else {
            faults.addAll(FormRules.check(form, types));
        }
        if (!form.targetId().isBlank()
                && assessments.target(campaign.campaignId(), form.targetId()).isEmpty()) {
            faults.add(new Fault(
                    "target",
                    "unknown-target",
                    "Campaign " + campaign.campaignId() + " has no target '" + form.targetId() + "'."));
        }
        faults.addAll(Upload.check(uploads, limits));
        return faults;
    }

    private Attachment keep(Upload upload) {
        return new Attachment(
                upload.name(), upload.type().orElseThrow(), upload.size(), upload.sha256(), files.keep(upload));
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The case is there. */
    public record Submitted(InnovationCase submitted) implements Result {}

    /** The same case was there already. */
    public record Unchanged(InnovationCase stored) implements Result {}

    /** It is refused; nothing is stored. */
    public record Refused(List<Fault> faults) implements Result {}

    /** There is no such campaign. */
    public record UnknownCampaign(String campaignId) implements Result {}
}
