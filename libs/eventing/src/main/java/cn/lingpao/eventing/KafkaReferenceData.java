package cn.lingpao.eventing;

import cn.lingpao.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/** Follows the compacted topics from their beginning, on one thread; the application is ready once they are read. */
final class KafkaReferenceData extends ReferenceData implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaReferenceData.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FIRST_READ = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ConsumerFactory<String, Event<?>> consumers;
    private final DeadLetters deadLetters;
    private final List<Topic> topics;
    private final Queue<CompletableFuture<Void>> asked = new ConcurrentLinkedQueue<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private volatile @Nullable Thread follower;
    private volatile @Nullable Consumer<String, Event<?>> following;

    /** @param service follows, beside what everybody needs, the fallbacks if it is one of their readers */
    KafkaReferenceData(ConsumerFactory<String, Event<?>> consumers, DeadLetters deadLetters, String service) {
        this.consumers = consumers;
        this.deadLetters = deadLetters;
        this.topics = Topic.FALLBACK.groups().contains(service)
                ? List.of(Topic.FRAMEWORK, Topic.CAMPAIGN, Topic.TARGET, Topic.FALLBACK)
                : List.of(Topic.FRAMEWORK, Topic.CAMPAIGN, Topic.TARGET);
    }

    @Override
    public void refresh() {
        await(PATIENCE);
    }

    private void await(Duration patience) {
        CompletableFuture<Void> caughtUp = new CompletableFuture<>();
        asked.add(caughtUp);
        Consumer<String, Event<?>> current = following;
        if (current != null) {
            current.wakeup();
        }
        try {
            caughtUp.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            LOG.warn("reference data may be stale: not caught up within {}", patience);
        }
    }

    @Override
    public void start() {
        Thread thread = Thread.ofPlatform().daemon().name("reference-data").unstarted(this::follow);
        follower = thread;
        thread.start();
        await(FIRST_READ);
    }

    @Override
    public void stop() {
        Thread running = follower;
        follower = null;
        Consumer<String, Event<?>> current = following;
        if (current != null) {
            current.wakeup();
        }
        if (running != null) {
            try {
                running.join(PATIENCE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }

    /** Before every listener: a listener may ask for reference data with its first message. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void follow() {
        while (isRunning()) {
            try (Consumer<String, Event<?>> consumer = consumers.createConsumer();
                    Consumer<String, Event<?>> ends = consumers.createConsumer()) {
                List<TopicPartition> partitions = partitions(consumer);
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                following = consumer;
                while (isRunning()) {
                    poll(consumer, ends, partitions);
                }
            } catch (RuntimeException outage) {
                if (isRunning()) {
                    LOG.warn("reference data: {}; trying again", outage.getMessage());
                    pause();
                }
            } finally {
                following = null;
                waiting.clear();
            }
        }
    }

    /** @param ends asks over a connection of its own, where no answer stands behind a fetch that waits for records */
    private void poll(
            Consumer<String, Event<?>> consumer, Consumer<String, Event<?>> ends, List<TopicPartition> partitions) {
        try {
            for (CompletableFuture<Void> ask = asked.peek(); ask != null; ask = asked.peek()) {
                waiting.add(new Waiting(ends.endOffsets(partitions), ask));
                asked.remove();
            }
            waiting.removeIf(request -> request.completeIfReached(consumer));
            consumer.poll(Duration.ofSeconds(1)).forEach(this::take);
            waiting.removeIf(request -> request.completeIfReached(consumer));
        } catch (WakeupException asked) {
            LOG.trace("somebody waits", asked);
        }
    }

    private void take(ConsumerRecord<String, Event<?>> record) {
        try {
            if (record.value() == null) {
                deadLetters.malformed(record);
            } else {
                apply(record.value().data());
            }
        } catch (IllegalArgumentException foreign) {
            deadLetters.accept(record, foreign);
        }
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private record Waiting(Map<TopicPartition, Long> ends, CompletableFuture<Void> caughtUp) {

        boolean completeIfReached(Consumer<?, ?> consumer) {
            boolean reached =
                    ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            return reached && caughtUp.complete(null);
        }
    }
}
