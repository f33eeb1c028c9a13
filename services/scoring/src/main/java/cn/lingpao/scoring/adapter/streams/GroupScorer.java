package cn.lingpao.scoring.adapter.streams;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.eventing.Event;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetJoined;
import cn.lingpao.scoring.adapter.streams.GroupFact.TargetLeft;
import cn.lingpao.scoring.adapter.streams.Settling.Waiting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * Keeps the facts of each group of its partition, scores a group that changed once it has settled, and tells the sheets
 * and rankings that differ from what was told last. That a group is due stands in a store: facts, due marks and outputs
 * are committed in one transaction, so no crash can lose an output or tell it twice.
 */
@NullUnmarked
final class GroupScorer implements Processor<String, GroupChange, String, Event<?>> {

    static final String FACTS = "facts";
    static final String STATUS = "status";
    static final String TOLD = "told";

    private static final Logger LOG = LoggerFactory.getLogger(GroupScorer.class);
    private static final String SOURCE = "/scoring";

    private final Settling settling;
    private final ScoringMeters meters;
    private final Map<String, GroupBook> books = new HashMap<>();
    private final Map<String, Waiting> due = new TreeMap<>();
    private ProcessorContext<String, Event<?>> context;
    private KeyValueStore<String, GroupFact> facts;
    private KeyValueStore<String, GroupStatus> status;
    private KeyValueStore<String, Told> told;

    GroupScorer(Settling settling, ScoringMeters meters) {
        this.settling = settling;
        this.meters = meters;
    }

    /** Also called when a task is revived after an aborted transaction: nothing in memory may outlive that. */
    @Override
    public void init(ProcessorContext<String, Event<?>> started) {
        context = started;
        facts = started.getStateStore(FACTS);
        status = started.getStateStore(STATUS);
        told = started.getStateStore(TOLD);
        books.clear();
        due.clear();
        long now = started.currentSystemTimeMs();
        try (KeyValueIterator<String, GroupStatus> groups = status.all()) {
            groups.forEachRemaining(group -> {
                if (group.value.due()) {
                    due.put(group.key, new Waiting(now, now));
                }
            });
        }
        started.schedule(settling.tick(), PunctuationType.WALL_CLOCK_TIME, this::scoreSettled);
    }

    /** A target that comes or goes is told anew, so that the group it is in has the last word on its sheet. */
    @Override
    public void process(Record<String, GroupChange> record) {
        String group = record.key();
        GroupFact fact = record.value().fact();
        book(group).apply(fact);
        if (fact instanceof TargetLeft left) {
            forget(group, left);
            told.delete(StoreKeys.sheet(group, left.targetId()));
        } else {
            facts.put(StoreKeys.inGroup(group, fact), fact);
        }
        if (fact instanceof TargetJoined joined) {
            told.delete(StoreKeys.sheet(group, joined.target().targetId()));
        }
        markDue(group, record.value().asOf());
    }

    private GroupBook book(String group) {
        return books.computeIfAbsent(group, unread -> {
            GroupBook book = new GroupBook();
            try (KeyValueIterator<String, GroupFact> known = below(StoreKeys.below(unread))) {
                known.forEachRemaining(entry -> book.apply(entry.value));
            }
            return book;
        });
    }

    private void forget(String group, TargetLeft target) {
        try (KeyValueIterator<String, GroupFact> left = below(StoreKeys.inGroup(group, target))) {
            left.forEachRemaining(entry -> facts.delete(entry.key));
        }
    }

    private KeyValueIterator<String, GroupFact> below(String prefix) {
        return facts.prefixScan(prefix, new StringSerializer());
    }

    private void markDue(String group, Instant asOf) {
        GroupStatus before = status.get(group);
        GroupStatus after = before == null ? new GroupStatus(asOf, true) : before.changed(asOf);
        if (!after.equals(before)) {
            status.put(group, after);
        }
        long now = context.currentSystemTimeMs();
        due.merge(group, new Waiting(now, now), (waiting, change) -> waiting.until(now));
    }

    private void scoreSettled(long now) {
        List<String> settled = due.entrySet().stream()
                .filter(waiting -> settling.isOver(waiting.getValue(), now))
                .map(Map.Entry::getKey)
                .filter(group -> book(group).isComplete())
                .toList();
        for (String group : settled) {
            due.remove(group);
            score(group).ifPresent(scores -> tell(group, scores));
        }
    }

    /** Empty when the framework's document fails: the group stays due in the store, for its next change or a restart. */
    private Optional<GroupScores> score(String group) {
        try {
            return Optional.of(meters.scored(group, () -> GroupScores.of(StoreKeys.groupId(group), book(group))));
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
        Told now = Told.next(before, event);
        if (now.saysTheSameAs(before)) {
            return;
        }
        told.put(key, now);
        Event<?> envelope = new Event<>(now.eventId(), SOURCE, asOf, event);
        context.forward(new Record<>(event.key(), envelope, context.currentSystemTimeMs(), new RecordHeaders()));
        meters.told(envelope.type());
    }
}
