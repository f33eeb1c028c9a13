package cn.lingpao.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.check.Check;
import cn.lingpao.inspection.check.Checks;
import cn.lingpao.inspection.run.Collection;
import cn.lingpao.inspection.run.CollectionRun;
import cn.lingpao.inspection.run.Outcome;
import cn.lingpao.inspection.run.TargetFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that never answers is let go when nobody waits for it any more, long before its time is over. */
class BreakingOffTest {

    /** Reached on failure only, and less than the 30 s that a run gives to a fetch. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Limits ENDLESS = Webs.QUICK.withTimes(PATIENCE.multipliedBy(10), PATIENCE.multipliedBy(10));
    private static final AddressRule LOOPBACK = new AddressRule(List.of(Cidr.parse("127.0.0.0/8")));

    @TempDir
    static Path folder;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final FaultServer server = new FaultServer().on("/", this::neverAnswers);

    @AfterEach
    void stop() {
        server.close();
    }

    private void neverAnswers(Socket client, OutputStream out) throws Exception {
        asked.countDown();
        try {
            client.getInputStream().read();
        } finally {
            letGo.countDown();
        }
    }

    @Test
    void a_web_that_is_closed_breaks_off_what_is_being_asked() {
        PoliteWeb web = web();
        CompletableFuture<Capture> capture = CompletableFuture.supplyAsync(() -> web.get(server.url("/")));
        awaitThat(asked);

        web.close();

        awaitThat(letGo);
        await().atMost(PATIENCE).until(capture::isDone);
        assertThat(capture.join().cause()).isEqualTo(Cause.RESET);
    }

    @Test
    void a_web_that_is_closed_asks_nobody() {
        PoliteWeb web = web();
        web.close();

        assertThat(web.probe(server.url("/")).cause()).isEqualTo(Cause.NOT_TRIED);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_gate_that_is_closed_breaks_off_what_went_through() throws Exception {
        try (Gate gate = new Gate(Names.ofThisMachine(), LOOPBACK, ENDLESS, url -> true);
                Socket browser = new Socket("127.0.0.1", gate.port())) {
            String request = "GET " + server.url("/") + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
            browser.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            awaitThat(asked);

            gate.close();

            awaitThat(letGo);
        }
    }

    @Test
    void a_run_that_is_interrupted_lets_the_sites_go() throws Exception {
        Thread run = Thread.ofVirtual().start(this::collect);
        awaitThat(asked);

        run.interrupt();

        awaitThat(letGo);
        run.join();
    }

    private void collect() {
        List<Check> footer = Checks.all().stream()
                .filter(check -> check.id().equals("footer"))
                .toList();
        String targets = "id,channels\na,portal=" + server.url("/") + "\n";
        try {
            Collection.run(
                    new Collection.Request(
                            folder,
                            null,
                            footer,
                            List.of(Cidr.parse("127.0.0.0/8")),
                            Map.of(),
                            Webs.USER_AGENT,
                            1,
                            Duration.ZERO,
                            PATIENCE,
                            false),
                    TargetFile.parse(targets.getBytes(StandardCharsets.UTF_8)).assignments(),
                    new Silent(),
                    told -> {});
        } catch (IOException interrupted) {
            // its files are closed by the interrupt
        }
    }

    private static PoliteWeb web() {
        return new PoliteWeb(new PoliteWeb.Settings(
                Webs.USER_AGENT,
                ENDLESS,
                LOOPBACK,
                Names.ofThisMachine(),
                Certificates.ofThisMachine(),
                new Webs.Kept(),
                Clock.systemUTC()));
    }

    private static void awaitThat(CountDownLatch latch) {
        await().atMost(PATIENCE).until(() -> latch.getCount() == 0);
    }

    private static final class Silent implements CollectionRun.Progress {
        @Override
        public void started(int cells, int finished) {}

        @Override
        public void decided(Outcome outcome) {}
    }
}
