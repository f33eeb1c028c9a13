package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.web.Capture.Header;
import cn.lingpao.inspection.web.Capture.Hop;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One capture from its first request to its last redirect. */
final class Visit {

    private static final int ROBOTS_REDIRECTS = 5;

    /** How much is done besides asking. */
    enum Kind {
        PAGE,
        PROBE,
        ROBOTS
    }

    /** What all visits share. */
    record Means(
            Wire wire,
            Turns turns,
            Breakers breakers,
            Unchanged unchanged,
            Records records,
            Limits limits,
            Clock clock) {}

    private final Means means;
    private final @Nullable Robots robots;
    private final Kind kind;
    private final URI requested;
    private final Duration within;
    private final Instant at;
    private final List<Hop> hops = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private final CookieManager cookies = new CookieManager();
    private Call call;
    private Duration took = Duration.ZERO;
    private String evidence = "";

    private Visit(Means means, @Nullable Robots robots, Call call, Kind kind) {
        this.means = means;
        this.robots = robots;
        this.kind = kind;
        this.call = call;
        this.requested = call.url();
        this.within =
                kind == Kind.PAGE ? means.limits().capture() : means.limits().probe();
        this.at = means.clock().instant();
    }

    static Visit of(Means means, Robots robots, Call call, Kind kind) {
        return new Visit(means, robots, call, kind);
    }

    static Visit ofRobots(Means means, URI address) {
        return new Visit(means, null, Call.get(address), Kind.ROBOTS);
    }

    Capture run() {
        while (true) {
            Optional<Capture> before = refused();
            if (before.isPresent()) {
                return before.get();
            }
            Optional<Exchange> turn = means.turns().take(Turns.key(call.url()), this::exchange);
            if (turn.isEmpty()) {
                means.breakers().release(call.url());
                evidence = evidence.isEmpty() ? means.turns().wish(Turns.key(call.url())) : evidence;
                return unseen(Cause.RATE_LIMITED, "it was not our turn at this host in time");
            }
            Optional<Capture> end = answered(turn.get());
            if (end.isPresent()) {
                return end.get();
            }
        }
    }

    /** What speaks against asking at all. */
    Optional<Capture> refused() {
        Optional<String> fault = WebAddress.fault(call.url().toString());
        if (fault.isPresent()) {
            return Optional.of(
                    unseen(hops.isEmpty() ? Cause.NOT_TRIED : Cause.REDIRECT, call.url() + ": " + fault.get()));
        }
        call = new Call(call.method(), WebAddress.of(call.url().toString()).orElseThrow(), call.headers(), call.body());
        if (took.compareTo(within) >= 0) {
            return Optional.of(unseen(Cause.TIMEOUT, "no complete answer within " + within.toSeconds() + " s"));
        }
        return robots == null
                ? Optional.empty()
                : broken().or(() -> forbidden(robots).map(this::released));
    }

    private Capture released(Capture refusal) {
        means.breakers().release(call.url());
        return refusal;
    }

    private Optional<Capture> forbidden(Robots known) {
        Robots.Rules rules = known.of(call.url());
        if (rules.crawlDelay().isPositive()) {
            means.turns().slowDown(Turns.key(call.url()), rules.crawlDelay());
        }
        if (rules.allow(call.url())) {
            return Optional.empty();
        }
        evidence = rules.evidence();
        Cause cause = rules.cause();
        return Optional.of(
                cause == null
                        ? unseen(Cause.ROBOTS, "robots.txt forbids " + call.url())
                        : unseen(cause, rules.detail()));
    }

    private Optional<Capture> broken() {
        if (kind == Kind.PROBE) {
            return Optional.empty();
        }
        return means.breakers().open(call.url()).map(last -> {
            Cause cause = last.exchange().cause();
            evidence = last.evidence();
            return unseen(
                    cause == null ? Cause.TIMEOUT : cause,
                    last.exchange().detail() + " (several times; not asked again for now)");
        });
    }

    private Exchange exchange() {
        asked.add(call.url() + " " + cookieHeader(call.url()));
        Call sent = withCookies(kind == Kind.PAGE ? means.unchanged().conditional(call) : call);
        Exchange exchange = means.wire().send(sent, Deadline.in(within.minus(took)));
        took = took.plus(exchange.took());
        evidence = means.records().keep(exchange);
        if (kind != Kind.PROBE) {
            means.breakers().learn(exchange, evidence);
        }
        means.turns()
                .leaveAlone(
                        Turns.key(call.url()),
                        Waits.asked(exchange, means.clock().instant()),
                        evidence);
        return exchange;
    }

    private Optional<Capture> answered(Exchange exchange) {
        Cause below = exchange.cause();
        if (below != null) {
            return Optional.of(capture(exchange, readable(exchange), below, exchange.detail()));
        }
        keepCookies(exchange);
        if (exchange.status() == 304) {
            Optional<Capture> earlier = means.unchanged().of(call.url());
            if (earlier.isPresent()) {
                return Optional.of(again(earlier.get()));
            }
        }
        Optional<String> location = header(exchange, "Location");
        if (isRedirect(exchange.status()) && location.isPresent()) {
            return followed(exchange, WebAddress.resolve(call.url(), location.get()), location.get());
        }
        return content(exchange);
    }

    /** Of a robots.txt that never ends the beginning counts (RFC 9309, 2.5); of anything else a part is worth nothing. */
    private byte[] readable(Exchange exchange) {
        boolean begun = kind == Kind.ROBOTS
                && exchange.cause() == Cause.TOO_LARGE
                && headers(exchange, "Content-Encoding").isEmpty();
        return begun ? exchange.payload() : new byte[0];
    }

    private Optional<Capture> content(Exchange exchange) {
        byte[] body;
        try {
            body = call.method().equals("HEAD")
                    ? exchange.payload()
                    : Decompression.of(
                            exchange.payload(),
                            headers(exchange, "Content-Encoding"),
                            means.limits().bytes());
        } catch (RecordingSocket.Overflow large) {
            return Optional.of(capture(exchange, new byte[0], Cause.TOO_LARGE, "decompressed " + large.getMessage()));
        } catch (IOException | RuntimeException undecodable) {
            return Optional.of(capture(
                    exchange, new byte[0], Cause.DECODE, "cannot be decompressed: " + undecodable.getMessage()));
        }
        if (Decompression.isGzip(body) && !call.method().equals("HEAD") && Answers.isHtml(exchange.headers(), body)) {
            return Optional.of(capture(exchange, new byte[0], Cause.DECODE, "compressed, and no header says so"));
        }
        Optional<Answers.Judgement> judged = kind == Kind.ROBOTS
                ? Optional.empty()
                : call.method().equals("HEAD")
                        ? Answers.judged(exchange.status())
                        : Answers.judged(exchange.status(), exchange.headers(), body);
        if (judged.isPresent()) {
            return Optional.of(
                    capture(exchange, body, judged.get().cause(), judged.get().detail()));
        }
        Optional<URI> elsewhere = clientRedirect(exchange, body);
        return elsewhere.isPresent()
                ? followed(exchange, elsewhere, elsewhere.get().toString())
                : Optional.of(kept(capture(exchange, body, null, "")));
    }

    private Optional<URI> clientRedirect(Exchange exchange, byte[] body) {
        if (kind != Kind.PAGE || !call.method().equals("GET") || !Answers.isHtml(exchange.headers(), body)) {
            return Optional.empty();
        }
        return ClientRedirect.of(
                call.url(), Decoding.of(body, header(exchange, "Content-Type")).text());
    }

    /** Goes on to the next address, or tells why that leads nowhere. */
    private Optional<Capture> followed(Exchange exchange, Optional<URI> location, String written) {
        hops.add(new Hop(call.url(), exchange.status()));
        if (location.isEmpty()) {
            return Optional.of(
                    capture(exchange, new byte[0], Cause.REDIRECT, "a redirect to '" + written + "', no web page"));
        }
        if (asked.contains(location.get() + " " + cookieHeader(location.get()))) {
            return Optional.of(capture(
                    exchange, new byte[0], Cause.REDIRECT, "redirects go round in circles at " + location.get()));
        }
        int most = kind == Kind.ROBOTS ? ROBOTS_REDIRECTS : means.limits().redirects();
        if (hops.size() > most) {
            return Optional.of(capture(exchange, new byte[0], Cause.REDIRECT, "more than " + most + " redirects"));
        }
        call = call.redirected(exchange.status(), location.get());
        return Optional.empty();
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private Call withCookies(Call plain) {
        String held = cookieHeader(plain.url());
        return held.isEmpty() ? plain : plain.with("Cookie", held);
    }

    private String cookieHeader(URI url) {
        try {
            return String.join("; ", cookies.get(url, Map.of()).getOrDefault("Cookie", List.of()));
        } catch (IOException | RuntimeException unreadable) {
            return "";
        }
    }

    /** Cookies live as long as this capture: firewalls set one and send back to the same address. */
    private void keepCookies(Exchange exchange) {
        try {
            cookies.put(
                    call.url(),
                    exchange.headers().stream()
                            .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
                            .collect(Collectors.groupingBy(
                                    header -> "Set-Cookie", Collectors.mapping(Header::value, Collectors.toList()))));
        } catch (IOException | RuntimeException unreadable) {
            // a cookie nobody can read is not sent back
        }
    }

    private Capture kept(Capture capture) {
        if (kind == Kind.PAGE) {
            means.unchanged().keep(capture);
        }
        return capture;
    }

    private Capture again(Capture earlier) {
        return new Capture(
                requested,
                hops,
                earlier.url(),
                earlier.status(),
                earlier.headers(),
                earlier.body(),
                at,
                took,
                null,
                "",
                earlier.evidence());
    }

    private Capture capture(Exchange exchange, byte[] body, @Nullable Cause cause, String detail) {
        return new Capture(
                requested,
                hops,
                call.url(),
                exchange.status(),
                exchange.headers(),
                body,
                at,
                took,
                cause,
                detail,
                evidence);
    }

    private Capture unseen(Cause cause, String detail) {
        return new Capture(requested, hops, call.url(), 0, List.of(), new byte[0], at, took, cause, detail, evidence);
    }

    private static Optional<String> header(Exchange exchange, String name) {
        return headers(exchange, name).stream().findFirst();
    }

    private static List<String> headers(Exchange exchange, String name) {
        return exchange.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }
}
