package cn.lingpao.datacollection.domain;

import java.util.Arrays;
import java.util.List;

/** The fixed list of reasons why nothing could be determined. */
final class Causes {

    private static final List<String> ALL = Arrays.asList(
            ("dns refused timeout reset tls redirect internal-address firewall captcha js-challenge robots rate-limited"
                            + " server-error too-large decode encoding not-found needs-browser parse ambiguous-date"
                            + " region-mismatch short-series no-ipv6 hint-only not-tried")
                    .split(" "));

    private Causes() {}

    static boolean contains(String cause) {
        return ALL.contains(cause);
    }

    static String listed() {
        return String.join(", ", ALL);
    }
}
