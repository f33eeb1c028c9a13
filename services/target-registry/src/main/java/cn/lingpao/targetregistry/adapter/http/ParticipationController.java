package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.servicesupport.Caller;
import cn.lingpao.servicesupport.Refusal;
import cn.lingpao.targetregistry.application.AcceptParticipation;
import cn.lingpao.targetregistry.application.AcceptParticipation.Placed;
import cn.lingpao.targetregistry.application.AcceptParticipation.Placing;
import cn.lingpao.targetregistry.application.AcceptParticipation.Unknown;
import cn.lingpao.targetregistry.application.ApplyToParticipate;
import cn.lingpao.targetregistry.application.ApplyToParticipate.Received;
import cn.lingpao.targetregistry.application.ApplyToParticipate.Refused;
import cn.lingpao.targetregistry.application.ApplyToParticipate.Unchanged;
import cn.lingpao.targetregistry.application.ApplyToParticipate.UnknownCampaign;
import cn.lingpao.targetregistry.application.Campaigns;
import cn.lingpao.targetregistry.application.Participations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Applications to take part over HTTP; anybody may apply, only administrators see who did. */
@RestController
@RequestMapping("/campaigns/{campaign}/participations")
class ParticipationController {

    private final ApplyToParticipate applyToParticipate;
    private final AcceptParticipation acceptParticipation;
    private final Campaigns campaigns;
    private final Participations participations;

    ParticipationController(
            ApplyToParticipate applyToParticipate,
            AcceptParticipation acceptParticipation,
            Campaigns campaigns,
            Participations participations) {
        this.applyToParticipate = applyToParticipate;
        this.acceptParticipation = acceptParticipation;
        this.campaigns = campaigns;
        this.participations = participations;
    }

    @PostMapping
    ResponseEntity<Receipt> apply(@PathVariable String campaign, @RequestBody ParticipationBody body) {
        return switch (applyToParticipate.apply(campaign, body.toDomain(), body.at())) {
            case Received received ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Receipt("created", received.participation().id()));
            case Unchanged unchanged ->
                ResponseEntity.ok(
                        new Receipt("unchanged", unchanged.participation().id()));
            case Refused refused -> throw Refusals.of("The application", refused.faults());
            case UnknownCampaign unknown -> throw Refusal.notFound("campaign", unknown.campaignId());
        };
    }

    @GetMapping
    @PreAuthorize("hasRole('administrator')")
    List<ParticipationView> list(@PathVariable String campaign) {
        campaigns.find(campaign).orElseThrow(() -> Refusal.notFound("campaign", campaign));
        return participations.of(campaign).stream().map(ParticipationView::of).toList();
    }

    @PostMapping("/{participation}/acceptance")
    @PreAuthorize("hasRole('administrator')")
    TargetView accept(
            @PathVariable String campaign,
            @PathVariable String participation,
            @RequestBody PlacingBody body,
            Authentication caller) {
        return switch (acceptParticipation.accept(campaign, participation, body.toDomain(), Caller.name(caller))) {
            case Placed placed -> TargetView.of(placed.target());
            case AcceptParticipation.Refused refused -> throw Refusals.of("The target", refused.faults());
            case Unknown unknown -> throw Refusal.notFound("participation", participation);
        };
    }

    /** What the applicant keeps. */
    record Receipt(String outcome, String participationId) {}

    /** The target that an applicant becomes. */
    record PlacingBody(
            @Nullable String targetId,
            @Nullable String group,
            @Nullable Set<String> marks) {

        Placing toDomain() {
            return new Placing(
                    targetId == null ? "" : targetId, group == null ? "" : group, marks == null ? Set.of() : marks);
        }
    }
}
