package cn.lingpao.evidencereview.application;

/** A command named a campaign that does not exist. */
public final class UnknownCampaign extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownCampaign(String campaignId) {
        super("There is no campaign '" + campaignId + "'.");
    }
}
