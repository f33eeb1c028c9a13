package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CaseAwarded;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.VerdictReached;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventCounters;
import cn.lingpao.scoring.adapter.streams.GroupFact.CampaignKnown;
import cn.lingpao.scoring.adapter.streams.GroupFact.EntryFiled;
import cn.lingpao.scoring.adapter.streams.GroupFact.FrameworkKnown;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetJoined;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetLeft;
import cn.lingpao.scoring.adapter.streams.state.Entry;
import cn.lingpao.scoring.adapter.streams.state.TargetFile;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
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

/**
 * Keeps the newest fact of every cell, case, target, campaign and framework, and tells each scoring group what concerns
 * it. The group is the one the target is registered in, whatever group a verdict names: so the order in which topics
 * are read does not matter, and a target that moves takes its verdicts and awards along.
 */
@NullUnmarked
final class Intake implements Processor<String, Event<?>, String, GroupChange> {

    static final String FILES = "intake-files";
    static final String REFERENCE = "intake-reference";

    private final EventCounters counters;
    private ProcessorContext<String, GroupChange> context;
    private KeyValueStore<String, TargetFile> files;
    private KeyValueStore<String, GroupChange> reference;
    private long arrived;

    Intake(EventCounters counters) {
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<String, GroupChange> started) {
        context = started;
        files = started.getStateStore(FILES);
        reference = started.getStateStore(REFERENCE);
    }

    @Override
    public void process(Record<String, Event<?>> record) {
        Event<?> event = record.value();
        arrived = record.timestamp();
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
            case VerdictReached verdict -> file(verdict.key(), Entry.Cell.of(verdict), asOf);
            case CaseAwarded award -> file(award.key(), Entry.Award.of(award), asOf);
            case TargetRegistered target -> register(target, asOf);
            case CampaignDefined campaign -> define(campaign, asOf);
            case FrameworkPublished framework -> publish(framework, asOf);
            default -> false;
        };
    }

    private boolean file(String targetKey, Entry entry, Instant asOf) {
        TargetFile before = fileOf(targetKey);
        if (!before.lacks(entry)) {
            return false;
        }
        files.put(targetKey, before.with(entry, asOf));
        if (before.groupId() != null) {
            tell(StoreKeys.groupOf(before), new GroupChange(asOf, new EntryFiled(targetKey, entry)));
        }
        return true;
    }

    private boolean register(TargetRegistered target, Instant asOf) {
        TargetFile before = fileOf(target.key());
        TargetRegistered old = before.target();
        if (old != null && target.sequence() <= old.sequence()) {
            return false;
        }
        TargetFile after = before.with(target, asOf);
        files.put(target.key(), after);
        boolean stays = old != null && old.groupId().equals(target.groupId());
        if (old != null && !stays) {
            tell(StoreKeys.groupOf(before), new GroupChange(asOf, new TargetLeft(target.targetId())));
        }
        TargetFile told = stays ? after.registrationOnly() : after;
        tell(StoreKeys.groupOf(after), new GroupChange(stays ? asOf : after.asOf(), new TargetJoined(told)));
        return true;
    }

    private TargetFile fileOf(String targetKey) {
        return Objects.requireNonNullElseGet(files.get(targetKey), () -> TargetFile.empty(targetKey));
    }

    private boolean define(CampaignDefined campaign, Instant asOf) {
        String key = StoreKeys.below("campaign") + campaign.campaignId();
        GroupChange before = reference.get(key);
        CampaignDefined old = before != null && before.fact() instanceof CampaignKnown known ? known.campaign() : null;
        if (old != null && campaign.sequence() <= old.sequence()) {
            return false;
        }
        GroupChange change = new GroupChange(asOf, new CampaignKnown(campaign));
        reference.put(key, change);
        Set<String> groups = groupsOf(campaign);
        if (old != null) {
            groups.addAll(groupsOf(old));
        }
        GroupChange framework = reference.get(StoreKeys.below("framework") + campaign.frameworkRef());
        for (String group : groups) {
            tell(group, change);
            if (framework != null) {
                tell(group, framework);
            }
        }
        return true;
    }

    private boolean publish(FrameworkPublished framework, Instant asOf) {
        String key = StoreKeys.below("framework") + framework.ref();
        if (reference.get(key) != null) {
            return false;
        }
        GroupChange change = new GroupChange(asOf, new FrameworkKnown(framework));
        reference.put(key, change);
        forEachCampaign(campaign -> {
            if (campaign.frameworkRef().equals(framework.ref())) {
                groupsOf(campaign).forEach(group -> tell(group, change));
            }
        });
        return true;
    }

    private void forEachCampaign(Consumer<CampaignDefined> action) {
        try (KeyValueIterator<String, GroupChange> found =
                reference.prefixScan(StoreKeys.below("campaign"), new StringSerializer())) {
            found.forEachRemaining(entry -> {
                if (entry.value.fact() instanceof CampaignKnown known) {
                    action.accept(known.campaign());
                }
            });
        }
    }

    private void tell(String group, GroupChange change) {
        context.forward(new Record<>(group, change, arrived, new RecordHeaders()));
    }

    private static Set<String> groupsOf(CampaignDefined campaign) {
        Set<String> groups = new LinkedHashSet<>();
        campaign.groups().forEach(group -> groups.add(StoreKeys.group(campaign.campaignId(), group.id())));
        return groups;
    }
}
