package cn.lingpao.inspection.web;

import cn.lingpao.inspection.Cause;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Leaves a server in peace that answered none of the last requests, and tells why without asking it again. */
final class Breakers {

    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(5)
            .minimumNumberOfCalls(4)
            .failureRateThreshold(100)
            .waitDurationInOpenState(Duration.ofMinutes(2))
            .permittedNumberOfCallsInHalfOpenState(1)
            .build();

    private final Map<String, Origin> origins = new ConcurrentHashMap<>();

    private static final class Origin {
        private final CircuitBreaker breaker;
        private volatile @Nullable Failure last;

        Origin(String name) {
            breaker = CircuitBreaker.of(name, CONFIG);
        }
    }

    /**
     * A request that got no answer.
     *
     * @param evidence of what happened
     */
    record Failure(Exchange exchange, String evidence) {}

    /** The failure that keeps this address from being asked; empty when it may be asked now. */
    Optional<Failure> open(URI url) {
        Origin origin = origin(url);
        return origin.breaker.tryAcquirePermission() ? Optional.empty() : Optional.ofNullable(origin.last);
    }

    /** The address was not asked after all. */
    void release(URI url) {
        origin(url).breaker.releasePermission();
    }

    void learn(Exchange exchange, String evidence) {
        Origin origin = origin(exchange.url());
        if (isFailure(exchange.cause())) {
            origin.last = new Failure(exchange, evidence);
            origin.breaker.onError(
                    exchange.took().toNanos(), TimeUnit.NANOSECONDS, new IllegalStateException(exchange.detail()));
        } else {
            origin.breaker.onSuccess(exchange.took().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static boolean isFailure(@Nullable Cause cause) {
        return cause == Cause.DNS
                || cause == Cause.REFUSED
                || cause == Cause.TIMEOUT
                || cause == Cause.RESET
                || cause == Cause.TLS;
    }

    private Origin origin(URI url) {
        return origins.computeIfAbsent(url.getScheme() + "://" + url.getRawAuthority(), Origin::new);
    }
}
