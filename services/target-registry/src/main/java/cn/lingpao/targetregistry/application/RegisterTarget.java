package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.Channel;
import cn.lingpao.targetregistry.domain.TargetDetails;
import java.util.Optional;

/** Registers one target or one of its channels. */
public class RegisterTarget {

    private final Campaigns campaigns;
    private final Registration registration;

    public RegisterTarget(Campaigns campaigns, Targets targets) {
        this.campaigns = campaigns;
        this.registration = new Registration(targets);
    }

    /** The outcome; empty when there is no such campaign. */
    public Optional<TargetOutcome> register(String campaignId, String targetId, TargetDetails details) {
        return campaigns
                .find(campaignId)
                .map(campaign -> registration.registerOne(campaign.definition(), targetId, stored -> details));
    }

    /** The outcome for the target that gets the channel; empty when there is no such campaign. */
    public Optional<TargetOutcome> registerChannel(String campaignId, String targetId, Channel channel) {
        return campaigns
                .find(campaignId)
                .map(campaign -> registration.registerOne(
                        campaign.definition(), targetId, stored -> stored == null ? null : stored.with(channel)));
    }
}
