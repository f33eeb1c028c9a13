package cn.lingpao.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

@ExtendWith(OutputCaptureExtension.class)
class KafkaReferenceDataTest {

    private volatile boolean patient;

    @Test
    void who_asks_when_there_is_nothing_new_does_not_wait_for_something_new(CapturedOutput output) {
        KafkaReferenceData reference = new KafkaReferenceData(stillLogs(), deadLetters(), "scoring");
        reference.start();
        patient = true;

        reference.refresh();

        assertThat(output).doesNotContain("reference data may be stale");
        reference.stop();
    }

    private static DeadLetters deadLetters() {
        DeadLetterPublishingRecoverer recoverer =
                new DeadLetterPublishingRecoverer(new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of())));
        return new DeadLetters(recoverer, new EventCounters(new SimpleMeterRegistry()), () -> {});
    }

    private DefaultKafkaConsumerFactory<String, Event<?>> stillLogs() {
        return new DefaultKafkaConsumerFactory<>(Map.of()) {
            @Override
            protected Consumer<String, Event<?>> createRawConsumer(Map<String, Object> configuration) {
                return new StillLog();
            }
        };
    }

    /** Of topics in which nothing stands, and nothing comes. */
    private final class StillLog extends MockConsumer<String, Event<?>> {

        private final Semaphore wakeUps = new Semaphore(0);

        StillLog() {
            super("earliest");
        }

        @Override
        public List<PartitionInfo> partitionsFor(String topic) {
            updateBeginningOffsets(Map.of(new TopicPartition(topic, 0), 0L));
            return List.of(new PartitionInfo(topic, 0, null, null, null));
        }

        @Override
        public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
            return partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> 0L));
        }

        @Override
        public ConsumerRecords<String, Event<?>> poll(Duration timeout) {
            try {
                if (wakeUps.tryAcquire(patient ? Long.MAX_VALUE : timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new WakeupException();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return ConsumerRecords.empty();
        }

        @Override
        public void wakeup() {
            wakeUps.release();
        }
    }
}
