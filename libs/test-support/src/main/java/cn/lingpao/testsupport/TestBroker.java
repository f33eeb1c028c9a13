package cn.lingpao.testsupport;

import cn.lingpao.contracts.Topic;
import cn.lingpao.embedded.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real broker for tests, with every topic of the contracts and its dead-letter topics declared. */
public final class TestBroker implements AutoCloseable {

    private final EmbeddedBroker broker;
    private final Path folder;

    private TestBroker(EmbeddedBroker broker, Path folder) {
        this.broker = broker;
        this.folder = folder;
    }

    /** The broker all tests of this JVM share; records of other tests are in its topics, so use ids of your own. */
    public static TestBroker shared() {
        return Shared.BROKER;
    }

    /** A broker of its own, empty; close it. */
    public static TestBroker start() {
        Path folder = TemporaryFolder.create("broker");
        var broker = new TestBroker(EmbeddedBroker.start(folder, 0, 0), folder);
        broker.declareTopics();
        return broker;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public void close() {
        broker.close();
        TemporaryFolder.delete(folder);
    }

    private void declareTopics() {
        List<NewTopic> topics =
                Stream.of(Topic.values()).flatMap(TestBroker::declarations).toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(topics).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Stream<NewTopic> declarations(Topic topic) {
        String cleanup = topic.cleanup() == Topic.Cleanup.COMPACT ? "compact" : "delete";
        var declared = new NewTopic(topic.topicName(), topic.partitions(), (short) 1);
        return Stream.concat(
                Stream.of(declared.configs(Map.of("cleanup.policy", cleanup))),
                topic.groups().stream().map(group -> new NewTopic(topic.deadLetters(group), 1, (short) 1)));
    }

    private static final class Shared {

        static final TestBroker BROKER = startForThisJvm();

        private static TestBroker startForThisJvm() {
            TestBroker broker = start();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return broker;
        }
    }
}
