package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What robots.txt allows, read as RFC 9309 says: an answer of the 400s allows everything, one of the 500s or none at all
 * forbids everything, five redirects are followed and more mean that there is none.
 */
final class Robots {

    private static final Duration LONGEST_CRAWL_DELAY = Duration.ofHours(24);
    private static final int PARSED = 500 << 10;

    private final Function<URI, Capture> fetch;
    private final List<String> products;
    private final Map<String, Rules> known = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    /**
     * @param fetch follows up to five redirects and tells a sixth as {@code REDIRECT}
     * @param userAgent its first word up to a slash is the product token that robots.txt may name
     */
    Robots(Function<URI, Capture> fetch, String userAgent) {
        this.fetch = fetch;
        this.products = List.of(product(userAgent));
    }

    /**
     * What holds for an origin.
     *
     * @param cause why it could not be learnt, which forbids everything
     */
    record Rules(
            BaseRobotRules rules,
            Duration crawlDelay,
            @Nullable Cause cause,
            String detail,
            String evidence) {

        boolean allow(URI url) {
            return rules.isAllowed(url.toString());
        }
    }

    static String product(String userAgent) {
        String token = userAgent.strip().split("[/\\s(]", 2)[0].toLowerCase(Locale.ROOT);
        return token.isEmpty() ? "lingpaocollector" : token;
    }

    Rules of(URI url) {
        String origin = url.getScheme() + "://" + url.getRawAuthority();
        Rules rules = known.get(origin);
        if (rules != null) {
            return rules;
        }
        synchronized (locks.computeIfAbsent(origin, unseen -> new Object())) {
            Rules meanwhile = known.get(origin);
            if (meanwhile != null) {
                return meanwhile;
            }
            Rules read = read(URI.create(origin + "/robots.txt"));
            if (read.cause() == null || read.cause() == Cause.ROBOTS || read.cause() == Cause.FIREWALL) {
                known.put(origin, read);
            }
            return read;
        }
    }

    private Rules read(URI address) {
        Capture robots = fetch.apply(address);
        int status = robots.status();
        Cause cause = robots.cause();
        if (status >= 500) {
            Cause why = status == 521 ? Cause.FIREWALL : Cause.ROBOTS;
            return forbidden(why, "robots.txt answered " + status + ", which forbids everything", robots);
        }
        boolean isBroken = cause != null && isBelowHttp(cause);
        if (isBroken && !(status >= 200 && status < 300 && cause == Cause.TOO_LARGE && robots.body().length > 0)) {
            return forbidden(cause, "robots.txt: " + robots.detail(), robots);
        }
        if (status >= 200 && status < 300) {
            return parsed(address, robots);
        }
        return new Rules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), Duration.ZERO, null, "", robots.evidence());
    }

    private static boolean isBelowHttp(Cause cause) {
        return switch (cause) {
            case DNS,
                    REFUSED,
                    TIMEOUT,
                    RESET,
                    TLS,
                    PARSE,
                    DECODE,
                    TOO_LARGE,
                    INTERNAL_ADDRESS,
                    NOT_TRIED,
                    RATE_LIMITED -> true;
            default -> false;
        };
    }

    private static Rules forbidden(Cause cause, String detail, Capture robots) {
        return new Rules(
                new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), Duration.ZERO, cause, detail, robots.evidence());
    }

    private Rules parsed(URI address, Capture robots) {
        byte[] text = robots.body().length <= PARSED ? robots.body() : java.util.Arrays.copyOf(robots.body(), PARSED);
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(LONGEST_CRAWL_DELAY.toMillis(), 0);
        BaseRobotRules rules = parser.parseContent(
                address.toString(),
                text,
                Optional.ofNullable(contentType(robots)).orElse("text/plain"),
                products);
        long crawlDelay = rules.getCrawlDelay();
        return new Rules(
                rules, crawlDelay > 0 ? Duration.ofMillis(crawlDelay) : Duration.ZERO, null, "", robots.evidence());
    }

    private static @Nullable String contentType(Capture robots) {
        return robots.header("Content-Type").orElse(null);
    }
}
