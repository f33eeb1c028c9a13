package cn.lingpao.datacollection.adapter.kafka;

import cn.lingpao.contracts.ObservationSubmitted;
import cn.lingpao.datacollection.application.CollectObservations;
import cn.lingpao.datacollection.application.Report;
import cn.lingpao.datacollection.application.Report.Outcome;
import cn.lingpao.datacollection.domain.Row;
import cn.lingpao.datacollection.domain.Sender;
import cn.lingpao.eventing.Event;
import cn.lingpao.eventing.EventBatch;
import cn.lingpao.eventing.EventCounters;
import cn.lingpao.eventing.EventJson;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** The intake over a topic, for collectors inside the network. */
public class SubmissionListener {

    private final CollectObservations collect;
    private final EventCounters counters;

    public SubmissionListener(CollectObservations collect, EventCounters counters) {
        this.collect = collect;
        this.counters = counters;
    }

    @KafkaListener(topics = "collection.submission.v1", groupId = LogListener.GROUP, containerFactory = "batchFactory")
    void submissions(List<ConsumerRecord<String, Event<?>>> records) {
        EventBatch.deliver(records, this::take);
    }

    private void take(List<ConsumerRecord<String, Event<?>>> records) {
        Report report = collect.collect(
                new Sender.Named(),
                records.stream().map(SubmissionListener::row).iterator());
        String topic = records.getFirst().topic();
        counters.consumed(topic, records.size());
        counters.repeated(topic, report.count(Outcome.REPEATED));
    }

    private static Row row(ConsumerRecord<String, Event<?>> record) {
        ObservationSubmitted event = (ObservationSubmitted) record.value().data();
        return new Row.Readable(null, Wire.submission(event), () -> EventJson.text(event));
    }
}
