package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventJson;
import cn.lingpao.scoring.adapter.streams.GroupFact.CampaignKnown;
import cn.lingpao.scoring.adapter.streams.GroupFact.EntryFiled;
import cn.lingpao.scoring.adapter.streams.GroupFact.FrameworkKnown;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetJoined;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetLeft;
import cn.lingpao.scoring.adapter.streams.state.GroupStatus;
import cn.lingpao.scoring.adapter.streams.state.TargetFile;
import cn.lingpao.scoring.adapter.streams.state.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the facts of each group of its partition, scores the groups that changed, and tells the sheets and rankings that
 * differ from what was told last. That a group is due stands in a store: facts, due marks and outputs are committed in one
 * transaction, so no crash can lose an output or tell it twice.
 */
@NullUnmarked
final class GroupScorer implements Processor<String, GroupChange, String, Telling> {

    static final String FILES = "group-files";
    static final String REFERENCE = "group-reference";
    static final String STATUS = "group-status";
    static final String TOLD = "group-told";

    private static final Logger LOG = LoggerFactory.getLogger(GroupScorer.class);
    private static final String SOURCE = "/scoring";

    /** Milliseconds between a fact's arrival on its topic and here that tell of a backlog. */
    private static final long BACKLOG = 1_000;

    private final Settling settling;
    private final ScoringMeters meters;
    private final Map<String, GroupBook> books = new HashMap<>();
    private final Set<String> due = new TreeSet<>();
    private Pace pace;
    private long newest;
    private ProcessorContext<String, Telling> context;
    private KeyValueStore<String, TargetFile> files;
    private KeyValueStore<String, GroupChange> reference;
    private KeyValueStore<String, GroupStatus> status;
    private KeyValueStore<String, Told> told;

    GroupScorer(Settling settling, ScoringMeters meters) {
        this.settling = settling;
        this.meters = meters;
    }

    /** Also called when a task is revived after an aborted transaction: nothing in memory may outlive that. */
    @Override
    public void init(ProcessorContext<String, Telling> started) {
        context = started;
        files = started.getStateStore(FILES);
        reference = started.getStateStore(REFERENCE);
        status = started.getStateStore(STATUS);
        told = started.getStateStore(TOLD);
        books.clear();
        due.clear();
        pace = new Pace(settling.beat(), settling.limit());
        try (KeyValueIterator<String, GroupStatus> groups = status.all()) {
            groups.forEachRemaining(group -> {
                if (group.value.due()) {
                    due.add(group.key);
                }
            });
        }
        started.schedule(settling.tick(), PunctuationType.WALL_CLOCK_TIME, this::scoreDue);
    }

    @Override
    public void process(Record<String, GroupChange> record) {
        newest = Math.max(newest, record.timestamp());
        String group = record.key();
        GroupChange change = record.value();
        GroupBook book = book(group);
        switch (change.fact()) {
            case FrameworkKnown known -> {
                reference.put(StoreKeys.below(group) + "framework", change);
                book.publish(known.framework());
            }
            case CampaignKnown known -> {
                reference.put(StoreKeys.below(group) + "campaign", change);
                book.define(known.campaign());
            }
            case TargetJoined joined -> join(group, book, joined.file());
            case TargetLeft left -> leave(group, book, left.targetId());
            case EntryFiled filed -> {
                TargetFile file = book.file(filed.target(), filed.entry(), change.asOf());
                files.put(StoreKeys.below(group) + file.targetId(), file);
            }
        }
        markDue(group, change.asOf());
    }

    /** A target that comes or goes is told anew, so that the group it is in has the last word on its sheet. */
    private void join(String group, GroupBook book, TargetFile newer) {
        TargetFile file = book.join(newer);
        files.put(StoreKeys.below(group) + file.targetId(), file);
        told.delete(StoreKeys.sheet(group, file.targetId()));
    }

    private void leave(String group, GroupBook book, String targetId) {
        book.leave(targetId);
        files.delete(StoreKeys.below(group) + targetId);
        told.delete(StoreKeys.sheet(group, targetId));
    }

    private GroupBook book(String group) {
        return books.computeIfAbsent(group, unread -> {
            GroupBook book = new GroupBook();
            String prefix = StoreKeys.below(unread);
            try (KeyValueIterator<String, GroupChange> known = reference.prefixScan(prefix, new StringSerializer())) {
                known.forEachRemaining(entry -> book.apply(entry.value.fact()));
            }
            try (KeyValueIterator<String, TargetFile> known = files.prefixScan(prefix, new StringSerializer())) {
                known.forEachRemaining(entry -> book.join(entry.value));
            }
            return book;
        });
    }

    private void markDue(String group, Instant asOf) {
        GroupStatus before = status.get(group);
        GroupStatus after = before == null ? new GroupStatus(asOf, true) : before.changed(asOf);
        if (!after.equals(before)) {
            status.put(group, after);
        }
        due.add(group);
    }

    /** Committed at once: what is told can be read only then. */
    private void scoreDue(long now) {
        if (due.isEmpty() || !pace.allows(now)) {
            return;
        }
        long start = System.nanoTime();
        List<String> ready =
                due.stream().filter(group -> book(group).isComplete()).toList();
        for (String group : ready) {
            due.remove(group);
            score(group).ifPresent(scores -> tell(group, scores));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        pace.took(now, took, now - newest > BACKLOG);
        if (!ready.isEmpty()) {
            context.commit();
        }
    }

    /** Empty when the framework's document fails: the group stays due in the store, for its next change or a restart. */
    private Optional<GroupScores> score(String group) {
        try {
            return Optional.of(meters.scored(group, () -> book(group).score(StoreKeys.groupId(group))));
        } catch (RuntimeException failure) {
            LOG.error("group {} cannot be scored", group, failure);
            meters.failed();
            return Optional.empty();
        }
    }

    private void tell(String group, GroupScores scores) {
        GroupStatus current = status.get(group);
        scores.sheets().forEach(sheet -> tell(StoreKeys.sheet(group, sheet.targetId()), sheet, current.asOf()));
        scores.rankings().forEach(list -> tell(StoreKeys.ranking(group, list.listId()), list, current.asOf()));
        status.put(group, current.done());
    }

    private void tell(String key, DomainEvent event, Instant asOf) {
        Told before = told.get(key);
        byte[] json = EventJson.write(event);
        Told now = Told.next(before, event.key(), json);
        if (now.saysTheSameAs(before)) {
            return;
        }
        told.put(key, now);
        Event<?> envelope = new Event<>(now.eventId(), SOURCE, asOf, event);
        context.forward(new Record<>(
                event.key(), new Telling(envelope, json), context.currentSystemTimeMs(), new RecordHeaders()));
        meters.told(envelope.type());
    }
}
