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
import cn.lingpao.targetregistry.domain.Fault;
import cn.lingpao.targetregistry.domain.Participation;
import cn.lingpao.targetregistry.domain.Target;
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
            case Received(Participation participation) ->
                ResponseEntity.status(HttpStatus.CREATED).body(new Receipt("created", participation.id()));
            case Unchanged(Participation participation) ->
                ResponseEntity.ok(new Receipt("unchanged", participation.id()));
            case Refused(List<Fault> faults) -> throw Refusals.of("The application", faults);
            case UnknownCampaign(String id) -> throw Refusal.notFound("campaign", id);
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
            case Placed(Target target) -> TargetView.of(target);
            case AcceptParticipation.Refused(List<Fault> faults) -> throw Refusals.of("The target", faults);
            case Unknown _ -> throw Refusal.notFound("participation", participation);
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
