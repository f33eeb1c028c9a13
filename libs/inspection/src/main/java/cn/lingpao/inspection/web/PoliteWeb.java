package cn.lingpao.inspection.web;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The open web over sockets: one connection a request, every address checked where it is connected to. */
public final class PoliteWeb implements Web, AutoCloseable {

    private final Settings settings;
    private final Visit.Means means;
    private final Line line;
    private final Handshakes handshakes;
    private final Robots robots;

    /**
     * What a visit depends on.
     *
     * @param userAgent names the collector and whom to write to
     */
    public record Settings(
            String userAgent,
            Limits limits,
            AddressRule rule,
            Names names,
            Certificates certificates,
            Records records,
            Clock clock) {}

    public PoliteWeb(Settings settings) {
        this.settings = settings;
        line = new Line(settings.names(), settings.rule(), settings.certificates());
        Wire wire = new Wire(line, settings.limits(), settings.clock(), settings.userAgent());
        means = new Visit.Means(
                wire,
                new Turns(settings.limits().delay(), settings.limits().patience()),
                new Breakers(),
                new Unchanged(),
                settings.records(),
                settings.limits(),
                settings.clock());
        robots = new Robots(address -> Visit.ofRobots(means, address).run(), settings.userAgent());
        handshakes = new Handshakes(line, means);
    }

    @Override
    public Capture get(URI url) {
        return Visit.of(means, robots, Call.get(url), Visit.Kind.PAGE).run();
    }

    @Override
    public Capture head(URI url) {
        return Visit.of(means, robots, Call.head(url), Visit.Kind.PAGE).run();
    }

    @Override
    public Capture post(URI url, Map<String, String> form, Charset charset) {
        return Visit.of(means, robots, Call.post(url, form, charset), Visit.Kind.PAGE)
                .run();
    }

    @Override
    public Capture probe(URI url) {
        return Visit.of(means, robots, Call.get(url), Visit.Kind.PROBE).run();
    }

    @Override
    public TlsReport tls(String host, int port) {
        return handshakes.tls(host, port);
    }

    @Override
    public Ipv6Report ipv6(String host, int port) {
        return handshakes.ipv6(host, port);
    }

    @Override
    public boolean allowed(URI url) {
        return WebAddress.fault(url.toString()).isEmpty() && robots.of(url).allow(url);
    }

    /** Why a browser must not open this address; empty when it may. */
    public Optional<Capture> refusal(URI url) {
        return Visit.of(means, robots, Call.get(url), Visit.Kind.PROBE).refused();
    }

    /**
     * Waits until this host may be asked again, and lets the usual pause begin. A page in a browser asks for many things at
     * once; it counts as one request.
     */
    public boolean awaitTurn(URI url) {
        return means.turns().take(Turns.key(url), () -> true).orElse(false);
    }

    /** Breaks off what is being asked; whoever asks afterwards is told so. */
    @Override
    public void close() {
        line.close();
    }

    /** A door for a browser, under the same rule of addresses and robots; the caller closes it. */
    public Gate gate() {
        return new Gate(settings.names(), settings.rule(), settings.limits(), this::allowed);
    }
}
