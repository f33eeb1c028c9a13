package cn.lingpao.load.live;

import cn.lingpao.load.common.MeasuredStore;
import cn.lingpao.testsupport.TestBroker;
import cn.lingpao.testsupport.TestIssuer;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The broker, store and issuer that everything in one run shares. */
final class Place implements AutoCloseable {

    static final int PARTITIONS = 6;

    private final Path folder;
    private final TestBroker broker = TestBroker.start();
    private final MeasuredStore store;
    private final TestIssuer issuer = TestIssuer.start();
    private final Duration commitInterval;
    private final int threads;

    /** @param mongodbUri a MongoDB to use; null for the embedded store */
    Place(@Nullable String mongodbUri, Duration commitInterval, int threads) {
        this.commitInterval = commitInterval;
        this.threads = threads;
        try {
            folder = Files.createTempDirectory("lingpao-load");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        store = MeasuredStore.open(mongodbUri, folder.resolve("store"));
        database().drop();
    }

    void declare(String... names) {
        create(Stream.of(names)
                .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                .toList());
    }

    private void create(List<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(topics).all().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    Path folder() {
        return folder;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    Duration commitInterval() {
        return commitInterval;
    }

    int threads() {
        return threads;
    }

    MongoDatabase database() {
        return store.database("load_scoring");
    }

    Map<String, Object> producer() {
        return Map.of(
                "bootstrap.servers", bootstrapServers(), "acks", "all", "compression.type", "lz4", "linger.ms", "0");
    }

    /** What the service is told. */
    Map<String, String> environment() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers(),
                "MONGODB_URI", store.uri(),
                "SPRING_MONGODB_DATABASE", "load_scoring",
                "ISSUER_URI", issuer.uri(),
                "LINGPAO_DATA", folder.resolve("data").toString(),
                "SCORING_COMMIT_INTERVAL", commitInterval.toMillis() + "ms",
                "SCORING_THREADS", String.valueOf(threads));
    }

    @Override
    public void close() {
        database().drop();
        issuer.close();
        store.close();
        broker.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
