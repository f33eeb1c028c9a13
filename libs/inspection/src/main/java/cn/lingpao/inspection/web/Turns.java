package cn.lingpao.inspection.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One request at a time to a host, with a pause after each; a host that asks for more time gets it. */
final class Turns {

    private static final Duration LONGEST_WISH = Duration.ofHours(24);

    private final Duration delay;
    private final Duration patience;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    Turns(Duration delay, Duration patience) {
        this.delay = delay;
        this.patience = patience;
    }

    private static final class Host {
        private final Semaphore turn = new Semaphore(1, true);
        private volatile long next = System.nanoTime();
        private volatile Duration pause = Duration.ZERO;
        private volatile String wish = "";
    }

    /** http and https of a name are one server; any other port is a server of its own. */
    static String key(URI url) {
        int port = WebAddress.port(url);
        String host = WebAddress.host(url);
        return port == 80 || port == 443 ? host : host + ":" + port;
    }

    /** Does the work when it is the host's turn; nothing when the turn does not come in time, or the thread is stopped. */
    <T> Optional<T> take(String key, Supplier<T> work) {
        Host host = host(key);
        try {
            if (!host.turn.tryAcquire(patience.toNanos() * 4, TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            if (!pause(host)) {
                return Optional.empty();
            }
            T result = work.get();
            host.next = Math.max(
                    host.next, System.nanoTime() + longer(delay, host.pause).toNanos());
            return Optional.of(result);
        } finally {
            host.turn.release();
        }
    }

    private boolean pause(Host host) {
        long wait = host.next - System.nanoTime();
        if (wait > patience.toNanos()) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(wait);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** From now on at least this pause after each request to the host. */
    void slowDown(String key, Duration pause) {
        Host host = host(key);
        host.pause = longer(host.pause, shorter(pause, LONGEST_WISH));
    }

    /**
     * The host wants to be left alone for so long.
     *
     * @param wish the evidence of that
     */
    void leaveAlone(String key, Duration time, String wish) {
        Host host = host(key);
        host.wish = time.isPositive() ? wish : host.wish;
        host.next = Math.max(
                host.next, System.nanoTime() + shorter(time, LONGEST_WISH).toNanos());
    }

    /** The evidence of the last wish of a host to be left alone; empty where it had none. */
    String wish(String key) {
        return host(key).wish;
    }

    private Host host(String key) {
        return hosts.computeIfAbsent(key, unseen -> new Host());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
