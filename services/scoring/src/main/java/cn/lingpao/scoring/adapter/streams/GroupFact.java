package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CaseAwarded;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.VerdictReached;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;

/** What a scoring group is told, reduced to what a score depends on. The names are written into the stores: keep them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = GroupFact.FrameworkKnown.class, name = "framework"),
    @JsonSubTypes.Type(value = GroupFact.CampaignKnown.class, name = "campaign"),
    @JsonSubTypes.Type(value = GroupFact.TargetJoined.class, name = "joined"),
    @JsonSubTypes.Type(value = GroupFact.TargetLeft.class, name = "left"),
    @JsonSubTypes.Type(value = GroupFact.CellDecided.class, name = "cell"),
    @JsonSubTypes.Type(value = GroupFact.AwardGiven.class, name = "award")
})
sealed interface GroupFact {

    /** The document that a group of a campaign with this framework is scored by. */
    record FrameworkKnown(FrameworkPublished framework) implements GroupFact {}

    /** The campaign's lists and the framework it names. */
    record CampaignKnown(CampaignDefined campaign) implements GroupFact {}

    /** The target belongs to this group, or its properties changed. */
    record TargetJoined(TargetRegistered target) implements GroupFact {}

    /** The target moved to another group and takes everything with it. */
    record TargetLeft(String targetId) implements GroupFact {}

    /** The value of a cell that counts from now on. */
    record CellDecided(String targetId, String checkPointId, ObservedValue value, String verdictId)
            implements GroupFact {

        static CellDecided of(VerdictReached verdict) {
            return new CellDecided(verdict.targetId(), verdict.checkPointId(), verdict.value(), verdict.verdictId());
        }
    }

    /** The points of a case that count from now on; zero when the award was withdrawn. */
    record AwardGiven(String targetId, String caseId, BigDecimal points) implements GroupFact {

        static AwardGiven of(CaseAwarded award) {
            return new AwardGiven(award.targetId(), award.caseId(), award.points());
        }
    }
}
