package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.servicesupport.Refusal;
import cn.lingpao.targetregistry.application.Campaigns;
import cn.lingpao.targetregistry.application.DefineCampaign;
import cn.lingpao.targetregistry.application.DefineCampaign.Contended;
import cn.lingpao.targetregistry.application.DefineCampaign.Faulty;
import cn.lingpao.targetregistry.application.DefineCampaign.Fixed;
import cn.lingpao.targetregistry.application.DefineCampaign.Opened;
import cn.lingpao.targetregistry.application.DefineCampaign.Redefined;
import cn.lingpao.targetregistry.application.DefineCampaign.Unchanged;
import cn.lingpao.targetregistry.domain.Campaign;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns over HTTP. */
@RestController
class CampaignController {

    private final DefineCampaign defineCampaign;
    private final Campaigns campaigns;

    CampaignController(DefineCampaign defineCampaign, Campaigns campaigns) {
        this.defineCampaign = defineCampaign;
        this.campaigns = campaigns;
    }

    @PostMapping(
            path = "/campaigns",
            consumes = {"application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    @PreAuthorize("hasRole('administrator')")
    ResponseEntity<Answer> define(@RequestBody byte[] body) {
        return switch (defineCampaign.define(TextBody.read(body))) {
            case Opened opened ->
                ResponseEntity.created(URI.create(
                                "/api/v1/campaigns/" + opened.campaign().id()))
                        .body(Answer.of("created", opened.campaign()));
            case Redefined redefined -> ResponseEntity.ok(Answer.of("changed", redefined.campaign()));
            case Unchanged unchanged -> ResponseEntity.ok(Answer.of("unchanged", unchanged.campaign()));
            case Fixed fixed ->
                throw Refusals.conflict("fixed", fixed.faults().getFirst().reason(), fixed.faults());
            case Contended contended ->
                throw Refusals.conflict(
                        "contended",
                        "Campaign " + contended.campaignId() + " is being changed by others; send it again.",
                        List.of());
            case Faulty faulty -> throw Refusals.faulty("The campaign file", faulty.faults());
        };
    }

    @GetMapping("/campaigns")
    List<CampaignView> list() {
        return campaigns.all().stream().map(CampaignView::of).toList();
    }

    @GetMapping("/campaigns/{campaign}")
    CampaignView show(@PathVariable String campaign) {
        return campaigns.find(campaign).map(CampaignView::of).orElseThrow(() -> Refusal.notFound("campaign", campaign));
    }

    /** What came of it: {@code created}, {@code changed} or {@code unchanged}. */
    record Answer(String outcome, CampaignView campaign) {

        static Answer of(String outcome, Campaign campaign) {
            return new Answer(outcome, CampaignView.of(campaign));
        }
    }
}
