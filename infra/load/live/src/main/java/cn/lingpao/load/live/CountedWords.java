package cn.lingpao.load.live;

import cn.lingpao.load.common.Jvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The reference: a word is a target, and its count has arrived when a consumer reads it committed. */
final class CountedWords implements Subject {

    private final Jvm process;
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, Long> consumer;
    private final int[] sent;

    CountedWords(Place place, int targets) {
        place.declare(WordCount.LINES, WordCount.COUNTS);
        sent = new int[targets];
        producer = new KafkaProducer<>(place.producer(), new StringSerializer(), new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", place.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new LongDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, Place.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(WordCount.COUNTS, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Path state = place.folder().resolve("word-count");
        process = Jvm.run(
                Path.of("infra/load/live/target/word-count.log"),
                WordCount.class,
                Map.of(),
                place.bootstrapServers(),
                state.toString(),
                String.valueOf(place.commitInterval().toMillis()),
                String.valueOf(place.threads()));
    }

    @Override
    public String name() {
        return "word count";
    }

    @Override
    public void send(int target, Journal journal) {
        journal.sent(target, ++sent[target], System.nanoTime());
        String word = Assessment.id(target);
        producer.send(new ProducerRecord<>(WordCount.LINES, word, word));
    }

    @Override
    public void look(Journal journal) {
        consumer.poll(Duration.ofMillis(5))
                .forEach(count -> journal.seen(number(count.key()), count.value(), System.nanoTime()));
    }

    static int number(String target) {
        return Integer.parseInt(target.substring(target.indexOf('-') + 1));
    }

    @Override
    public void close() {
        process.close();
        producer.close();
        consumer.close();
    }
}
