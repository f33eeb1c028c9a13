package cn.lingpao.scoring.adapter.streams;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.Topic;
import cn.lingpao.eventing.EventCounters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler.Result;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetteringTest {

    private static final Record<String, String> RECORD = new Record<>("demo/north", "value", 1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeadLettering handler = new DeadLettering();

    @BeforeEach
    void configure() {
        handler.configure(Map.of(DeadLettering.COUNTERS, new EventCounters(meters)));
    }

    @Test
    void a_message_that_fails_is_put_aside_as_it_came() {
        ProcessingExceptionHandler.Response response = handler.handleError(
                new Context(Topic.VERDICT.topicName(), new byte[] {7}), RECORD, new IllegalStateException("no way"));

        assertThat(response.result()).isEqualTo(Result.RESUME);
        ProducerRecord<byte[], byte[]> letter =
                response.deadLetterQueueRecords().getFirst();
        assertThat(letter.topic()).isEqualTo("review.verdict.v1.scoring.dlt");
        assertThat(letter.value()).containsExactly(7);
        assertThat(letter.headers().lastHeader("kafka_dlt-exception-message").value())
                .asString()
                .isEqualTo("no way");
        assertThat(meters.counter("lingpao.events.deadlettered", "topic", "review.verdict.v1")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_failure_of_the_store_is_no_fault_of_the_message() {
        ProcessingExceptionHandler.Response response = handler.handleError(
                new Context(Topic.VERDICT.topicName(), new byte[] {7}),
                RECORD,
                new ProcessorStateException("disk full"));

        assertThat(response.result()).isEqualTo(Result.FAIL);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }

    @Test
    void nothing_of_an_internal_topic_is_put_aside() {
        ProcessingExceptionHandler.Response response = handler.handleError(
                new Context("scoring-by-group-repartition", new byte[] {7}), RECORD, new IllegalStateException());

        assertThat(response.result()).isEqualTo(Result.FAIL);
    }

    private record Context(String topic, byte[] sourceRawValue) implements ErrorHandlerContext {

        @Override
        public int partition() {
            return 3;
        }

        @Override
        public long offset() {
            return 42;
        }

        @Override
        public Headers headers() {
            return new RecordHeaders();
        }

        @Override
        public String processorNodeId() {
            return "intake";
        }

        @Override
        public TaskId taskId() {
            return new TaskId(0, 3);
        }

        @Override
        public long timestamp() {
            return 1;
        }

        @Override
        public byte @Nullable [] sourceRawKey() {
            return null;
        }
    }
}
