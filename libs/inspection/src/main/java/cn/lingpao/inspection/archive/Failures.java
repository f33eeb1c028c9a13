package cn.lingpao.inspection.archive;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.web.Exchange;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known about a request that got no readable answer. */
final class Failures {

    private static final int SHOWN = 200;

    private Failures() {}

    static Map<String, String> facts(Exchange exchange) {
        Map<String, String> facts = new LinkedHashMap<>();
        Cause cause = exchange.cause();
        InetAddress address = exchange.address();
        facts.put("method", exchange.method());
        facts.put("cause", cause == null ? "" : cause.id());
        facts.put("detail", exchange.detail());
        facts.put("connected-to", address == null ? "" : address.getHostAddress());
        facts.put("at", exchange.at().toString());
        facts.put("milliseconds", String.valueOf(exchange.took().toMillis()));
        if (exchange.response().length > 0) {
            byte[] beginning = Arrays.copyOf(exchange.response(), Math.min(SHOWN, exchange.response().length));
            facts.put("received-hex", HexFormat.of().formatHex(beginning));
        }
        return facts;
    }
}
