package cn.lingpao.evidencereview.domain;

/** A program's way of answering a check point in a campaign: what is sampled, counted, and may fall back to people. */
public record Check(String campaignId, String collector, String checkPointId) {

    /** {@code campaign/collector/checkPoint}. */
    public String text() {
        return campaignId + "/" + collector + "/" + checkPointId;
    }
}
