package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.scoring.adapter.streams.GroupFact.AwardGiven;
import cn.lingpao.scoring.adapter.streams.GroupFact.CampaignKnown;
import cn.lingpao.scoring.adapter.streams.GroupFact.CellDecided;
import cn.lingpao.scoring.adapter.streams.GroupFact.FrameworkKnown;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetJoined;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetLeft;

/**
 * Keys of the stores. Parts are joined by a line feed, which no id contains, so that the prefix of one owner never
 * reaches into another's ({@code city} and {@code city-2}).
 */
final class StoreKeys {

    private static final char END = '\n';

    private StoreKeys() {}

    static String group(String campaignId, String groupId) {
        return campaignId + "/" + groupId;
    }

    static String groupId(String group) {
        return group.substring(group.indexOf('/') + 1);
    }

    static String sheet(String group, String targetId) {
        return below(group, "sheet") + targetId;
    }

    static String ranking(String group, String listId) {
        return below(group, "ranking") + listId;
    }

    /** Everything under an owner starts with this. */
    static String below(String... owners) {
        return String.join(String.valueOf(END), owners) + END;
    }

    /** Where a group keeps a fact: all of a target's facts lie below the target. */
    static String inGroup(String group, GroupFact fact) {
        return below(group)
                + switch (fact) {
                    case FrameworkKnown known -> below("") + "framework";
                    case CampaignKnown known -> below("") + "campaign";
                    case TargetJoined joined -> below(joined.target().targetId()) + "target";
                    case TargetLeft left -> below(left.targetId());
                    case CellDecided cell -> below(cell.targetId(), "cell") + cell.checkPointId();
                    case AwardGiven award -> below(award.targetId(), "award") + award.caseId();
                };
    }
}
