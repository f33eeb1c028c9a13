package cn.lingpao.standalone;

import cn.lingpao.embedded.EmbeddedBroker;
import cn.lingpao.embedded.EmbeddedStore;
import cn.lingpao.eventing.Topics;
import cn.lingpao.standalone.issuer.CollectorClient;
import cn.lingpao.standalone.issuer.IssuerApplication;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the parts in the order in which they need each other, and closes them in the reverse one. */
final class Standalone implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);

    private final Options options;
    private final Environment environment;
    private final DataFolder data;
    private final Progress progress;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    Standalone(Options options, Environment environment, DataFolder data, Progress progress) {
        this.options = options;
        this.environment = environment;
        this.data = data;
        this.progress = progress;
        open.push(data);
    }

    static int parts() {
        return Part.services().size() + 3;
    }

    void start() {
        Machine.requireFreePorts(options, listening());
        var broker = CompletableFuture.supplyAsync(() -> broker(data.resolve("broker")));
        var store = CompletableFuture.supplyAsync(() -> store(data.resolve("store")));
        var addresses = new Addresses(options, joined(broker), joined(store), issuer(), data.resolve("services"));
        Topics.declare(Map.of("bootstrap.servers", addresses.kafka()), replicas());
        var issuer = CompletableFuture.runAsync(() -> startIssuer(addresses, data.resolve("issuer")));
        opened(new Services()).start(Part.services(), addresses, progress);
        joined(issuer);
        Health.await(Part.services(), addresses);
    }

    /** Closes what was opened, the last first; a part that fails to close does not keep the others open. */
    @Override
    public void close() {
        while (true) {
            AutoCloseable part;
            synchronized (open) {
                closed = true;
                part = open.poll();
            }
            if (part == null) {
                return;
            }
            close(part);
        }
    }

    private Set<Part> listening() {
        var parts = EnumSet.allOf(Part.class);
        if (environment.get(Environment.KAFKA).isPresent()) {
            parts.removeAll(List.of(Part.BROKER, Part.CONTROLLER));
        }
        if (environment.get(Environment.MONGODB).isPresent()) {
            parts.remove(Part.STORE);
        }
        if (environment.get(Environment.ISSUER).isPresent()) {
            parts.remove(Part.ISSUER);
        }
        return parts;
    }

    private String broker(Path folder) {
        String own = environment.get(Environment.KAFKA, "");
        if (!own.isEmpty()) {
            progress.ready("broker", own + " (yours)");
            return own;
        }
        var broker = opened(EmbeddedBroker.start(folder, options.port(Part.BROKER), options.port(Part.CONTROLLER)));
        progress.ready("broker", broker.bootstrapServers());
        return broker.bootstrapServers();
    }

    private String store(Path folder) {
        String own = environment.get(Environment.MONGODB, "");
        if (!own.isEmpty()) {
            progress.ready("store", "MONGODB_URI (yours)");
            return own;
        }
        var store = opened(EmbeddedStore.start(folder, options.port(Part.STORE)));
        progress.ready("store", store.uri());
        return store.uri();
    }

    private String issuer() {
        return environment.get(Environment.ISSUER, "http://localhost:" + options.port(Part.ISSUER));
    }

    private void startIssuer(Addresses addresses, Path folder) {
        if (environment.get(Environment.ISSUER).isPresent()) {
            progress.ready("issuer", addresses.issuer() + " (yours)");
            return;
        }
        var arguments = new ArrayList<String>();
        arguments.add("--spring.config.name=issuer");
        arguments.add("--server.port=" + options.port(Part.ISSUER));
        arguments.add("--server.servlet.session.cookie.name=LINGPAO_ISSUER");
        arguments.add("--issuer.uri=" + addresses.issuer());
        arguments.add("--issuer.folder=" + folder);
        arguments.add("--issuer.cli-secret=" + environment.get("LINGPAO_CLI_SECRET", "lingpao-cli-development"));
        arguments.add(
                "--issuer.portal-secret=" + environment.get("LINGPAO_PORTAL_SECRET", "lingpao-portal-development"));
        arguments.add("--issuer.collectors=" + collectors());
        arguments.add("--issuer.portal-uris=" + String.join(",", portalUris()));
        var context = Services.run(IssuerApplication.class, arguments);
        opened((AutoCloseable) context::close);
        progress.ready("issuer", addresses.issuer());
    }

    /** Those that are named, and the one that ships, which runs in here. */
    private String collectors() {
        String named = environment.get("LINGPAO_COLLECTORS", "");
        String ours =
                "site-collector:" + environment.get("LINGPAO_SITE_COLLECTOR_SECRET", "site-collector-development");
        try {
            boolean isNamed = CollectorClient.read(named).stream()
                    .anyMatch(each -> each.name().equals("site-collector"));
            return isNamed ? named : named + "," + ours;
        } catch (IllegalArgumentException unreadable) {
            throw new Refused("LINGPAO_COLLECTORS: " + unreadable.getMessage());
        }
    }

    private List<String> portalUris() {
        return List.of(
                "http://localhost:" + options.port(Part.GATEWAY),
                "http://localhost:" + options.port(Part.PORTAL),
                "http://127.0.0.1:" + options.port(Part.GATEWAY),
                "http://127.0.0.1:" + options.port(Part.PORTAL));
    }

    private short replicas() {
        return Short.parseShort(environment.get("KAFKA_REPLICAS", "1"));
    }

    /** Remembers what must be closed; what is ready only after the end began is closed at once. */
    private <T extends AutoCloseable> T opened(T part) {
        synchronized (open) {
            if (!closed) {
                open.push(part);
                return part;
            }
        }
        close(part);
        throw new Refused("stopped while starting");
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not close", part.getClass().getSimpleName(), e);
        }
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
