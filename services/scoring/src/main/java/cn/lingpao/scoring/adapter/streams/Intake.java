package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CaseAwarded;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.VerdictReached;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventCounters;
import cn.lingpao.scoring.adapter.streams.GroupFact.AwardGiven;
import cn.lingpao.scoring.adapter.streams.GroupFact.CampaignKnown;
import cn.lingpao.scoring.adapter.streams.GroupFact.CellDecided;
import cn.lingpao.scoring.adapter.streams.GroupFact.FrameworkKnown;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetJoined;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetLeft;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest fact of every cell, case, target, campaign and framework, and tells each scoring group what concerns
 * it. The group is the one the target is registered in, whatever group a verdict names: so the order in which topics
 * are read does not matter, and a target that moves takes its verdicts and awards along.
 */
@NullUnmarked
final class Intake implements Processor<String, Event<?>, String, GroupChange> {

    static final String STORE = "intake";

    private final EventCounters counters;
    private ProcessorContext<String, GroupChange> context;
    private KeyValueStore<String, Filed> store;

    Intake(EventCounters counters) {
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<String, GroupChange> started) {
        context = started;
        store = started.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Event<?>> record) {
        Event<?> event = record.value();
        String topic = context.recordMetadata().orElseThrow().topic();
        if (event != null) {
            counters.consumed(topic, 1);
            if (!file(event)) {
                counters.repeated(topic, 1);
            }
        }
    }

    /** Returns false when the event is stale or repeated, or none of those that scores depend on. */
    private boolean file(Event<?> event) {
        Instant asOf = event.time();
        return switch (event.data()) {
            case VerdictReached verdict ->
                ofTarget(
                        verdict.key(),
                        StoreKeys.below("cell") + verdict.checkPointId(),
                        new Filed(verdict.sequence(), asOf, CellDecided.of(verdict)));
            case CaseAwarded award ->
                ofTarget(
                        award.key(),
                        StoreKeys.below("award") + award.caseId(),
                        new Filed(award.sequence(), asOf, AwardGiven.of(award)));
            case TargetRegistered target -> register(target, asOf);
            case CampaignDefined campaign -> define(campaign, asOf);
            case FrameworkPublished framework -> publish(framework, asOf);
            default -> false;
        };
    }

    private boolean ofTarget(String targetKey, String what, Filed filed) {
        if (replace(factsOf(targetKey) + what, filed) == filed) {
            return false;
        }
        TargetRegistered target = registered(store.get(registrationOf(targetKey)));
        if (target != null) {
            tell(groupOf(target), filed.change());
        }
        return true;
    }

    private boolean register(TargetRegistered target, Instant asOf) {
        Filed filed = new Filed(target.sequence(), asOf, new TargetJoined(target));
        Filed before = replace(registrationOf(target.key()), filed);
        if (before == filed) {
            return false;
        }
        TargetRegistered old = registered(before);
        boolean moved = old != null && !old.groupId().equals(target.groupId());
        if (moved) {
            tell(groupOf(old), new GroupChange(asOf, new TargetLeft(target.targetId())));
        }
        tell(groupOf(target), filed.change());
        if (moved || old == null) {
            forEach(factsOf(target.key()), fact -> tell(groupOf(target), fact.change()));
        }
        return true;
    }

    private boolean define(CampaignDefined campaign, Instant asOf) {
        Filed filed = new Filed(campaign.sequence(), asOf, new CampaignKnown(campaign));
        Filed before = replace(StoreKeys.below("campaign") + campaign.campaignId(), filed);
        if (before == filed) {
            return false;
        }
        Set<String> groups = groupsOf(campaign);
        if (before != null && before.fact() instanceof CampaignKnown old) {
            groups.addAll(groupsOf(old.campaign()));
        }
        Filed framework = store.get(StoreKeys.below("framework") + campaign.frameworkRef());
        for (String group : groups) {
            tell(group, filed.change());
            if (framework != null) {
                tell(group, framework.change());
            }
        }
        return true;
    }

    private boolean publish(FrameworkPublished framework, Instant asOf) {
        Filed filed = new Filed(1, asOf, new FrameworkKnown(framework));
        if (replace(StoreKeys.below("framework") + framework.ref(), filed) == filed) {
            return false;
        }
        forEach(StoreKeys.below("campaign"), campaign -> {
            if (campaign.fact() instanceof CampaignKnown known
                    && known.campaign().frameworkRef().equals(framework.ref())) {
                groupsOf(known.campaign()).forEach(group -> tell(group, filed.change()));
            }
        });
        return true;
    }

    /** Returns what stood there before, or {@code filed} itself when it is stale or repeated and nothing changed. */
    private @Nullable Filed replace(String key, Filed filed) {
        Filed before = store.get(key);
        if (before != null && filed.sequence() <= before.sequence()) {
            return filed;
        }
        store.put(key, filed);
        return before;
    }

    private void forEach(String prefix, Consumer<Filed> action) {
        try (KeyValueIterator<String, Filed> found = store.prefixScan(prefix, new StringSerializer())) {
            found.forEachRemaining(entry -> action.accept(entry.value));
        }
    }

    private void tell(String group, GroupChange change) {
        context.forward(new Record<>(group, change, context.currentSystemTimeMs(), new RecordHeaders()));
    }

    private static String factsOf(String targetKey) {
        return StoreKeys.below("fact", targetKey);
    }

    private static String registrationOf(String targetKey) {
        return StoreKeys.below("target") + targetKey;
    }

    private static @Nullable TargetRegistered registered(@Nullable Filed filed) {
        return filed != null && filed.fact() instanceof TargetJoined joined ? joined.target() : null;
    }

    private static String groupOf(TargetRegistered target) {
        return StoreKeys.group(target.campaignId(), target.groupId());
    }

    private static Set<String> groupsOf(CampaignDefined campaign) {
        Set<String> groups = new LinkedHashSet<>();
        campaign.groups().forEach(group -> groups.add(StoreKeys.group(campaign.campaignId(), group.id())));
        return groups;
    }
}
