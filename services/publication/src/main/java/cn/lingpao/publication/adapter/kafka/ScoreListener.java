package cn.lingpao.publication.adapter.kafka;

import cn.lingpao.contracts.ListRanked;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventBatch;
import cn.lingpao.eventing.EventCounters;
import cn.lingpao.publication.application.Scores;
import cn.lingpao.publication.application.Scores.Positioned;
import cn.lingpao.publication.domain.ScoreSheet;
import cn.lingpao.publication.domain.Standing;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the newest score sheets and rankings that scoring tells. */
@Component
class ScoreListener {

    private final Scores scores;
    private final EventCounters counters;

    ScoreListener(Scores scores, EventCounters counters) {
        this.scores = scores;
        this.counters = counters;
    }

    @KafkaListener(
            id = "publication-scores",
            idIsGroup = false,
            topics = {"scoring.score.v1", "scoring.ranking.v1"},
            groupId = "publication",
            containerFactory = "batchFactory")
    void on(List<ConsumerRecord<String, Event<?>>> records) {
        EventBatch.deliver(records, this::keep);
    }

    private void keep(List<ConsumerRecord<String, Event<?>>> records) {
        List<Positioned<ScoreSheet>> sheets = new ArrayList<>();
        List<Positioned<Standing>> standings = new ArrayList<>();
        for (ConsumerRecord<String, Event<?>> record : records) {
            switch (record.value().data()) {
                case TargetScored scored -> sheets.add(positioned(ScoreTranslation.sheet(scored), record));
                case ListRanked ranked -> standings.add(positioned(ScoreTranslation.standing(ranked), record));
                default ->
                    throw new IllegalArgumentException(
                            record.value().type().wireName() + " does not belong on " + record.topic());
            }
        }
        count("scoring.score.v1", sheets.size(), scores.keepSheets(sheets));
        count("scoring.ranking.v1", standings.size(), scores.keepStandings(standings));
    }

    private void count(String topic, int messages, int repeated) {
        counters.consumed(topic, messages);
        counters.repeated(topic, repeated);
    }

    private static <T> Positioned<T> positioned(T value, ConsumerRecord<?, ?> record) {
        return new Positioned<>(value, record.partition(), record.offset());
    }
}
