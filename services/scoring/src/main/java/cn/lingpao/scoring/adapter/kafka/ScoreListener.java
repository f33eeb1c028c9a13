package cn.lingpao.scoring.adapter.kafka;

import cn.lingpao.contracts.DomainEvent;
import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventBatch;
import cn.lingpao.eventing.EventCounters;
import cn.lingpao.scoring.application.Placed;
import cn.lingpao.scoring.application.Scores;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes what the topology told, once it is committed, into the store that the API reads. */
public final class ScoreListener {

    /** The consumer group; the topology's own is another. */
    static final String GROUP = "scoring-store";

    private final Scores scores;
    private final EventCounters counters;
    private final String instance;

    /** @param instance the same over restarts: a consumer that was killed is known again at once */
    public ScoreListener(Scores scores, EventCounters counters, String instance) {
        this.scores = scores;
        this.counters = counters;
        this.instance = instance;
    }

    /** Read by the annotations below. */
    public String instance() {
        return instance;
    }

    @KafkaListener(
            topics = "scoring.score.v1",
            groupId = GROUP,
            containerFactory = "batchFactory",
            properties = "group.instance.id=#{__listener.instance()}-sheets")
    public void sheets(List<ConsumerRecord<String, Event<?>>> records) {
        EventBatch.deliver(records, batch -> count(batch, scores.keepSheets(placed(TargetScored.class, batch))));
    }

    @KafkaListener(
            topics = "scoring.ranking.v1",
            groupId = GROUP,
            containerFactory = "batchFactory",
            properties = "group.instance.id=#{__listener.instance()}-rankings")
    public void rankings(List<ConsumerRecord<String, Event<?>>> records) {
        EventBatch.deliver(records, batch -> count(batch, scores.keepRankings(placed(ListRanked.class, batch))));
    }

    private void count(List<ConsumerRecord<String, Event<?>>> batch, int repeated) {
        String topic = batch.getFirst().topic();
        counters.consumed(topic, batch.size());
        counters.repeated(topic, repeated);
    }

    private static <T extends DomainEvent> List<Placed<T>> placed(
            Class<T> type, List<ConsumerRecord<String, Event<?>>> records) {
        return records.stream()
                .filter(record -> type.isInstance(record.value().data()))
                .map(record -> new Placed<>(
                        record.partition(),
                        record.offset(),
                        type.cast(record.value().data())))
                .toList();
    }
}
