package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.methodology.engine.CompiledFramework;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.scoring.adapter.streams.GroupFact.CampaignKnown;
import cn.lingpao.scoring.adapter.streams.GroupFact.FrameworkKnown;
import cn.lingpao.scoring.adapter.streams.state.Entry;
import cn.lingpao.scoring.adapter.streams.state.TargetFile;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All facts of one group in memory: what the store holds, in the form that scoring reads. */
final class GroupBook {

    private final SortedMap<String, TargetFile> files = new TreeMap<>();
    private @Nullable CampaignDefined campaign;
    private @Nullable FrameworkPublished published;
    private @Nullable CompiledFramework framework;
    private @Nullable LiveGroup live;

    void apply(GroupFact reference) {
        if (reference instanceof FrameworkKnown known) {
            publish(known.framework());
        } else if (reference instanceof CampaignKnown known) {
            define(known.campaign());
        }
    }

    void define(CampaignDefined known) {
        campaign = known;
        live = null;
    }

    void publish(FrameworkPublished known) {
        if (published == null || !published.ref().equals(known.ref())) {
            published = known;
            framework = null;
            live = null;
        }
    }

    /** Returns what is known of the target from now on. */
    TargetFile join(TargetFile newer) {
        live = null;
        return files.merge(newer.targetId(), newer, TargetFile::with);
    }

    void leave(String targetId) {
        live = null;
        files.remove(targetId);
    }

    /** Returns what is known of the target from now on. */
    TargetFile file(String target, Entry entry, Instant asOf) {
        TargetFile file = files.compute(
                StoreKeys.targetId(target),
                (id, known) -> (known == null ? TargetFile.empty(target) : known).with(entry, asOf));
        if (live != null) {
            live.take(file, entry);
        }
        return file;
    }

    /** Whether everything is known that scores depend on besides verdicts and awards. */
    boolean isComplete() {
        return campaign != null && published != null && published.ref().equals(campaign.frameworkRef());
    }

    /** What changed since the last time, everything the first time; a framework's document that is none fails here. */
    GroupScores score(String groupId) {
        if (campaign == null || published == null) {
            throw new IllegalStateException("campaign or framework is not known yet");
        }
        if (framework == null) {
            framework = CompiledFramework.of(Framework.parse(published.document()));
        }
        if (live == null) {
            live = LiveGroup.of(groupId, campaign, framework, files);
        }
        try {
            return live.score();
        } catch (RuntimeException failure) {
            live = null;
            throw failure;
        }
    }
}
