package cn.lingpao.evidencereview.domain;

/** A target × a check point of a campaign. */
public record CellId(String campaignId, String targetId, String checkPointId) {

    private static final String IN_ITEM = "~";

    /** {@code campaign/target/checkPoint}. */
    public String text() {
        return campaignId + "/" + targetId + "/" + checkPointId;
    }

    /** The cell's name within its campaign: {@code target~checkPoint}. */
    public String item() {
        return targetId + IN_ITEM + checkPointId;
    }

    /** The cell that {@link #item()} names; a name without a check point names one that cannot be. */
    public static CellId ofItem(String campaignId, String item) {
        int end = item.indexOf(IN_ITEM);
        return end < 0
                ? new CellId(campaignId, item, "")
                : new CellId(campaignId, item.substring(0, end), item.substring(end + 1));
    }
}
