package cn.lingpao.datacollection.application;

/** Somebody named a campaign that does not exist. */
public final class UnknownCampaign extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownCampaign(String campaignId) {
        super("there is no campaign '" + campaignId + "'");
    }
}
