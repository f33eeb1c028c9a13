package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.methodology.engine.CompiledFramework;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.scoring.adapter.streams.GroupFact.AwardGiven;
import cn.lingpao.scoring.adapter.streams.GroupFact.CampaignKnown;
import cn.lingpao.scoring.adapter.streams.GroupFact.CellDecided;
import cn.lingpao.scoring.adapter.streams.GroupFact.FrameworkKnown;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetJoined;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetLeft;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All facts of one group in memory: what the store holds, in the form that scoring reads. */
final class GroupBook {

    private final SortedMap<String, TargetFile> files = new TreeMap<>();
    private @Nullable CampaignDefined campaign;
    private @Nullable FrameworkPublished published;
    private @Nullable CompiledFramework framework;

    void apply(GroupFact fact) {
        switch (fact) {
            case FrameworkKnown known -> publish(known.framework());
            case CampaignKnown known -> campaign = known.campaign();
            case TargetJoined joined -> file(joined.target().targetId()).target = joined.target();
            case TargetLeft left -> files.remove(left.targetId());
            case CellDecided cell -> file(cell.targetId()).cells.put(cell.checkPointId(), cell);
            case AwardGiven award -> file(award.targetId()).awards.put(award.caseId(), award.points());
        }
    }

    private void publish(FrameworkPublished known) {
        if (published == null || !published.ref().equals(known.ref())) {
            published = known;
            framework = null;
        }
    }

    /** Whether everything is known that scores depend on besides verdicts and awards. */
    boolean isComplete() {
        return campaign != null && published != null && published.ref().equals(campaign.frameworkRef());
    }

    CampaignDefined campaign() {
        if (campaign == null) {
            throw new IllegalStateException("the campaign is not known yet");
        }
        return campaign;
    }

    /** The framework ready for scoring; a document that is none fails here. */
    CompiledFramework framework() {
        CompiledFramework ready = framework;
        if (ready == null) {
            if (published == null) {
                throw new IllegalStateException("the framework is not known yet");
            }
            ready = CompiledFramework.of(Framework.parse(published.document()));
            framework = ready;
        }
        return ready;
    }

    /** The files of the targets of this group, by target id. */
    Collection<TargetFile> files() {
        return files.values().stream().filter(file -> file.target != null).toList();
    }

    private TargetFile file(String targetId) {
        return files.computeIfAbsent(targetId, id -> new TargetFile());
    }

    /** What is known of one target. */
    static final class TargetFile {

        private final SortedMap<String, CellDecided> cells = new TreeMap<>();
        private final SortedMap<String, BigDecimal> awards = new TreeMap<>();
        private @Nullable TargetRegistered target;

        TargetRegistered target() {
            if (target == null) {
                throw new IllegalStateException("the target is not known yet");
            }
            return target;
        }

        Map<String, CellDecided> cells() {
            return cells;
        }

        /** Awards that are not withdrawn. */
        int awardsGiven() {
            return (int) awards.values().stream()
                    .filter(points -> points.signum() > 0)
                    .count();
        }

        BigDecimal awardPoints() {
            return awards.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
