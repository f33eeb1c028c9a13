package cn.lingpao.gateway.http;

import cn.lingpao.servicesupport.ProblemWriter;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a client, known by the subject of its token or else by its address, that calls more often than it may. */
public final class ClientLimits extends OncePerRequestFilter {

    private static final int CLIENTS_REMEMBERED = 100_000;

    private final List<LimitRule> rules;
    private final ProblemWriter problems;
    private final MeterRegistry meters;
    private final Cache<Client, RateLimiter> limiters;

    private record Client(String limit, String name) {}

    public ClientLimits(List<Limit> limits, ProblemWriter problems, MeterRegistry meters) {
        this.rules = limits.stream().map(LimitRule::of).toList();
        this.problems = problems;
        this.meters = meters;
        this.limiters = Caffeine.newBuilder()
                .maximumSize(CLIENTS_REMEMBERED)
                .expireAfterAccess(longestPeriod(limits).multipliedBy(2))
                .build();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> subject = subject();
        Optional<Limit> limit = rules.stream()
                .filter(each -> each.covers(request.getMethod(), request.getRequestURI(), subject.isEmpty()))
                .findFirst()
                .map(LimitRule::limit);
        if (limit.isEmpty() || allows(limit.get(), subject.orElseGet(request::getRemoteAddr))) {
            chain.doFilter(request, response);
        } else {
            refuse(response, limit.get());
        }
    }

    private boolean allows(Limit limit, String client) {
        return limiters.get(new Client(limit.name(), client), key -> limiter(limit))
                .acquirePermission();
    }

    private void refuse(HttpServletResponse response, Limit limit) throws IOException {
        meters.counter("lingpao.gateway.limited", "limit", limit.name()).increment();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(limit.per())));
        problems.write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "at most %d such requests in %d seconds; wait and send it again"
                        .formatted(limit.requests(), seconds(limit.per())));
    }

    private static Optional<String> subject() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof JwtAuthenticationToken token
                ? Optional.of("subject " + token.getName())
                : Optional.empty();
    }

    private static RateLimiter limiter(Limit limit) {
        return RateLimiter.of(
                limit.name(),
                RateLimiterConfig.custom()
                        .limitForPeriod(limit.requests())
                        .limitRefreshPeriod(limit.per())
                        .timeoutDuration(Duration.ZERO)
                        .build());
    }

    private static Duration longestPeriod(List<Limit> limits) {
        return limits.stream().map(Limit::per).max(Duration::compareTo).orElse(Duration.ofMinutes(1));
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.toSeconds());
    }
}
