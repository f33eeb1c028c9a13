package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.servicesupport.Refusal;
import cn.lingpao.targetregistry.application.Campaigns;
import cn.lingpao.targetregistry.application.ImportTargets;
import cn.lingpao.targetregistry.application.ImportTargets.Imported;
import cn.lingpao.targetregistry.application.ImportTargets.UnknownCampaign;
import cn.lingpao.targetregistry.application.ImportTargets.Unreadable;
import cn.lingpao.targetregistry.application.RegisterTarget;
import cn.lingpao.targetregistry.application.TargetOutcome;
import cn.lingpao.targetregistry.application.Targets;
import cn.lingpao.targetregistry.domain.Channel;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Targets and their channels over HTTP. */
@RestController
@RequestMapping("/campaigns/{campaign}/targets")
class TargetController {

    private final ImportTargets importTargets;
    private final RegisterTarget registerTarget;
    private final Campaigns campaigns;
    private final Targets targets;

    TargetController(ImportTargets importTargets, RegisterTarget registerTarget, Campaigns campaigns, Targets targets) {
        this.importTargets = importTargets;
        this.registerTarget = registerTarget;
        this.campaigns = campaigns;
        this.targets = targets;
    }

    @PostMapping(consumes = "text/csv")
    @PreAuthorize("hasRole('administrator')")
    ImportReport importTable(@PathVariable String campaign, @RequestBody byte[] body) {
        return switch (importTargets.importTargets(campaign, body)) {
            case Imported imported -> ImportReport.of(imported.rows());
            case Unreadable unreadable -> throw Refusals.faulty("The table", unreadable.faults());
            case UnknownCampaign unknown -> throw Refusal.notFound("campaign", unknown.campaignId());
        };
    }

    @GetMapping
    List<TargetView> list(@PathVariable String campaign) {
        known(campaign);
        return targets.of(campaign).stream().map(TargetView::of).toList();
    }

    @GetMapping("/{target}")
    TargetView show(@PathVariable String campaign, @PathVariable String target) {
        known(campaign);
        return targets.find(campaign, target).map(TargetView::of).orElseThrow(() -> Refusal.notFound("target", target));
    }

    @PutMapping("/{target}")
    @PreAuthorize("hasRole('administrator')")
    ResponseEntity<Answer> register(
            @PathVariable String campaign, @PathVariable String target, @RequestBody TargetBody body) {
        return answer(campaign, registerTarget.register(campaign, target, body.toDomain()));
    }

    @PutMapping("/{target}/channels/{channel}")
    @PreAuthorize("hasRole('administrator')")
    ResponseEntity<Answer> registerChannel(
            @PathVariable String campaign,
            @PathVariable String target,
            @PathVariable String channel,
            @RequestBody ChannelBody body) {
        Channel named = new ChannelBody(channel, body.kind(), body.url()).toDomain("kind");
        return answer(campaign, registerTarget.registerChannel(campaign, target, named));
    }

    private static ResponseEntity<Answer> answer(String campaign, Optional<TargetOutcome> outcome) {
        return switch (outcome.orElseThrow(() -> Refusal.notFound("campaign", campaign))) {
            case TargetOutcome.Created created ->
                ResponseEntity.created(URI.create("/api/v1/campaigns/" + campaign + "/targets/"
                                + created.target().id()))
                        .body(new Answer("created", TargetView.of(created.target())));
            case TargetOutcome.Updated updated ->
                ResponseEntity.ok(new Answer("updated", TargetView.of(updated.target())));
            case TargetOutcome.Unchanged unchanged ->
                ResponseEntity.ok(new Answer("unchanged", TargetView.of(unchanged.target())));
            case TargetOutcome.Unregistered none -> throw Refusal.notFound("target", none.targetId());
            case TargetOutcome.Rejected rejected -> throw Refusals.of("The target", rejected.faults());
        };
    }

    private void known(String campaign) {
        campaigns.find(campaign).orElseThrow(() -> Refusal.notFound("campaign", campaign));
    }

    /** What came of it: {@code created}, {@code updated} or {@code unchanged}. */
    record Answer(String outcome, TargetView target) {}
}
