package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.scoring.adapter.streams.state.Entry;
import cn.lingpao.scoring.adapter.streams.state.TargetFile;

/** What a scoring group is told, reduced to what a score depends on. */
sealed interface GroupFact {

    /** The document that a group of a campaign with this framework is scored by. */
    record FrameworkKnown(FrameworkPublished framework) implements GroupFact {}

    /** The campaign's lists and the framework it names. */
    record CampaignKnown(CampaignDefined campaign) implements GroupFact {}

    /** The target belongs to this group, with everything that is filed, or its properties changed. */
    record TargetJoined(TargetFile file) implements GroupFact {}

    /** The target moved to another group and takes everything with it. */
    record TargetLeft(String targetId) implements GroupFact {}

    /** A cell or an award of a target, which {@code target} names as {@code campaign/target}. */
    record EntryFiled(String target, Entry entry) implements GroupFact {}
}
