package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.embedded.EmbeddedBroker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterCommandsTest {

    private static final AtomicInteger TOPICS = new AtomicInteger();

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static Admin admin;
    private static KafkaProducer<String, String> producer;

    private final String origin = "facts-" + TOPICS.incrementAndGet() + ".v1";
    private final String dead = origin + ".readers.dlt";

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0, 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        admin = Admin.create(settings);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        admin.close();
        broker.close();
    }

    @BeforeEach
    void topics() throws Exception {
        create(new NewTopic(origin, 3, (short) 1), new NewTopic(dead, 1, (short) 1));
    }

    private static void create(NewTopic... topics) throws Exception {
        admin.createTopics(Arrays.asList(topics)).all().get();
    }

    private static Said dlt(String... words) {
        List<String> all = new ArrayList<>(List.of("dlt"));
        all.addAll(List.of(words));
        all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
        return Said.by(all.toArray(String[]::new));
    }

    /** What a service's recoverer writes. */
    private void letter(String key, String value, String cause) throws Exception {
        letter(origin, 2, 41, key, value, cause);
    }

    private void letter(String topic, int partition, long offset, String key, String value, String cause)
            throws Exception {
        ProducerRecord<String, String> letter = new ProducerRecord<>(dead, 0, key, value);
        letter.headers()
                .add("ce_type", bytes("cn.lingpao.fact.v1"))
                .add("kafka_dlt-original-topic", bytes(topic))
                .add(
                        "kafka_dlt-original-partition",
                        ByteBuffer.allocate(4).putInt(partition).array())
                .add(
                        "kafka_dlt-original-offset",
                        ByteBuffer.allocate(8).putLong(offset).array())
                .add("kafka_dlt-original-consumer-group", bytes("readers"))
                .add("kafka_dlt-exception-message", bytes(cause))
                .add("springDeserializerExceptionValue", bytes("serialised"));
        producer.send(letter).get();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, String>> read(String topic, int partition, int count) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest");
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, partition)));
            while (records.size() < count) {
                consumer.poll(Duration.ofSeconds(10)).forEach(records::add);
            }
        }
        return records;
    }

    @Test
    void list_counts_the_open_letters_of_each_topic_and_leaves_empty_ones_out() throws Exception {
        letter("k", "a", "poison");
        letter("k", "b", "poison");

        Said said = dlt("list");

        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(said.out().lines()).contains(dead + "  2 open, 0 settled");
        dlt("discard", dead, "--all", "--reason", "no");
        assertThat(dlt("list").out()).doesNotContain(dead);
    }

    @Test
    void list_of_a_topic_names_offset_time_key_origin_and_cause_in_a_line() throws Exception {
        letter("c/t", "a", "poison\nis refused");

        assertThat(dlt("list", dead).out().strip())
                .matches("0  \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00  c/t  " + origin
                        + "-2@41  poison is refused");
    }

    @Test
    void show_prints_a_letter_in_full_and_nothing_that_moves_the_terminal() throws Exception {
        letter("c/t", "{\"a\":\"领跑\"}\u001B[2J", "poison\nis refused");

        assertThat(dlt("show", dead, "0").out())
                .contains("letter   " + dead + "@0", "key      c/t", "origin   " + origin + "-2@41", "consumer readers")
                .contains("cause    poison\nis refused", "header   ce_type: cn.lingpao.fact.v1", "{\"a\":\"领跑\"}�[2J")
                .doesNotContain("serialised");
    }

    @Test
    void replay_sends_the_message_again_as_it_was_and_settles_it() throws Exception {
        letter("c/t", "a", "poison");
        letter("c/t", "b", "poison");

        Said said = dlt("replay", dead, "1");

        assertThat(said.out().lines()).containsExactly("replayed 1 to " + origin + "-2", "1 letter replayed");
        ConsumerRecord<String, String> again = read(origin, 2, 1).getFirst();
        assertThat(again.key()).isEqualTo("c/t");
        assertThat(again.value()).isEqualTo("b");
        assertThat(again.headers()).extracting(header -> header.key()).containsExactly("ce_type");
        assertThat(dlt("list", dead).out().lines()).singleElement().asString().startsWith("0  ");
        assertThat(dlt("list", dead, "--all").out()).contains("[replayed ");
    }

    @Test
    void a_settled_letter_is_not_settled_again() throws Exception {
        letter("k", "a", "poison");
        letter("k", "b", "poison");
        dlt("replay", dead, "0");

        Said said = dlt("replay", dead, "1", "0");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .isEqualToIgnoringNewLines("letter 0 of " + dead + " was replayed before; nothing was done");
        assertThat(read(origin, 2, 1)).hasSize(1);
        assertThat(dlt("replay", dead, "--all").out()).endsWith("1 letter replayed\n");
        assertThat(dlt("replay", dead, "--all").out()).isEqualToIgnoringNewLines("0 letters replayed");
    }

    @Test
    void discard_keeps_the_letter_and_the_reason() throws Exception {
        letter("k", "a", "poison");

        Said said = dlt("discard", dead, "0", "--reason", "test data of the pilot");

        assertThat(said.out()).isEqualToIgnoringNewLines("1 letter discarded");
        assertThat(dlt("list", dead).out()).isEqualToIgnoringNewLines("no dead letters in " + dead);
        assertThat(dlt("show", dead, "0").out())
                .contains("[discarded ", "by " + System.getProperty("user.name") + ": test data of the pilot]");
        assertThat(read(origin, 2, 0)).isEmpty();
    }

    @Test
    void a_letter_that_fails_again_is_a_letter_of_its_own() throws Exception {
        letter("k", "a", "poison");
        dlt("replay", dead, "0");
        letter("k", "a", "poison");

        assertThat(dlt("list", dead).out().lines()).singleElement().asString().startsWith("2  ");
    }

    @Test
    void an_old_state_is_not_put_behind_a_newer_one_in_a_compacted_topic() throws Exception {
        String states = origin + ".states";
        create(new NewTopic(states, 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
        producer.send(new ProducerRecord<>(states, "stale", "1")).get();
        producer.send(new ProducerRecord<>(states, "newest", "1")).get();
        producer.send(new ProducerRecord<>(states, "stale", "2")).get();
        letter(states, 0, 0, "stale", "1", "poison");
        letter(states, 0, 1, "newest", "1", "poison");

        Said said = dlt("replay", dead, "0");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .isEqualToIgnoringNewLines("letter 0 is out of date: " + states
                        + " holds a newer record of stale at offset 2; discard it");
        assertThat(dlt("replay", dead, "1").exit()).isZero();
    }

    @Test
    void a_letter_of_unknown_origin_can_only_be_discarded() throws Exception {
        producer.send(new ProducerRecord<>(dead, "k", "a")).get();

        assertThat(dlt("list", dead).out()).contains("origin unknown  unknown cause");
        assertThat(dlt("replay", dead, "0").err()).contains("does not say where it came from");
        assertThat(dlt("discard", dead, "0", "--reason", "stray").exit()).isZero();
    }

    @Test
    void a_letter_of_a_topic_that_is_gone_says_so() throws Exception {
        letter("gone.v1", 0, 7, "k", "a", "poison");

        assertThat(dlt("replay", dead, "0").err())
                .isEqualToIgnoringNewLines("letter 0 came from gone.v1-0@7, and there is no such topic any more");
    }

    @Test
    void what_is_not_there_is_named() {
        assertThat(dlt("show", dead, "5").err()).isEqualToIgnoringNewLines("there is no letter 5 in " + dead);
        assertThat(dlt("list", origin).err()).contains("there is no dead-letter topic " + origin);
        assertThat(dlt("discard", dead, "5", "--reason", " ").err()).contains("--reason must say why");
    }

    @Test
    void the_broker_is_that_of_the_platform_that_was_started() throws IOException {
        Path run = Files.writeString(folder.resolve("run.properties"), "kafka=" + broker.bootstrapServers() + "\n");

        assertThat(Said.by("dlt", "list", dead, "--started", run.toString()).out())
                .contains("no dead letters in");
        assertThat(Said.by("dlt", "list", "--started", "nowhere").err()).contains("--bootstrap-servers");
    }

    @Test
    void a_broker_that_is_not_there_is_a_sentence() throws IOException {
        Path quick = Files.writeString(folder.resolve("quick"), "default.api.timeout.ms=500\nrequest.timeout.ms=400\n");

        Said said = Said.by("dlt", "list", "--bootstrap-servers", "localhost:1", "--kafka-config", quick.toString());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err().lines())
                .singleElement()
                .asString()
                .startsWith("Kafka at localhost:1 does not answer")
                .endsWith("see 'lingpao status'");
        assertThat(Said.by("dlt", "list", "--bootstrap-servers", "nonsense")
                        .err()
                        .lines())
                .singleElement()
                .asString()
                .startsWith("nonsense: ");
    }
}
