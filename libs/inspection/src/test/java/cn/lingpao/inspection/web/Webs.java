package cn.lingpao.inspection.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Webs for tests: loopback is opened, no host is spared, and answers have all the time a busy machine may need. */
public final class Webs {

    public static final String USER_AGENT = "TestCollector/1.0 (+mailto:nobody@example.org)";
    static final Limits QUICK =
            Limits.DEFAULT.withDelay(Duration.ofMillis(1)).withBytes(1 << 20).withPatience(Duration.ofSeconds(2));
    /** For those that never answer in time. */
    static final Limits IMPATIENT = QUICK.withTimes(Duration.ofMillis(500), Duration.ofMillis(500));

    private Webs() {}

    public static Web onLoopback() {
        return onLoopback(QUICK);
    }

    static Web onLoopback(Limits limits) {
        return of(limits, new AddressRule(List.of(Cidr.parse("127.0.0.0/8"))));
    }

    public static Web of(Limits limits, AddressRule rule) {
        return of(limits, rule, Names.ofThisMachine(), new Kept());
    }

    static Web of(Limits limits, AddressRule rule, Names names, Records records) {
        return new PoliteWeb(new PoliteWeb.Settings(
                USER_AGENT, limits, rule, names, Certificates.ofThisMachine(), records, Clock.systemUTC()));
    }

    static Names resolving(String name, String... addresses) {
        return host -> {
            if (!host.equals(name)) {
                throw new UnknownHostException(host);
            }
            return java.util.Arrays.stream(addresses).map(Webs::literal).toList();
        };
    }

    static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** Keeps exchanges in memory. */
    static final class Kept implements Records {
        final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

        @Override
        public String keep(Exchange exchange) {
            exchanges.add(exchange);
            return "exchange-" + exchanges.size();
        }

        @Override
        public String keep(URI about, Instant at, String mediaType, byte[] bytes) {
            return "bytes-of-" + about;
        }

        @Override
        public String note(URI about, Instant at, Map<String, String> facts) {
            return "note-of-" + about;
        }
    }
}
