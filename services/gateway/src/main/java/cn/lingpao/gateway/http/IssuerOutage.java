package cn.lingpao.gateway.http;

import cn.lingpao.servicesupport.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says that nobody can check a token now, when the issuer's keys cannot be had; the token may well be good. */
public final class IssuerOutage extends OncePerRequestFilter {

    private final ProblemWriter problems;
    private final Duration retryAfter;

    public IssuerOutage(ProblemWriter problems, Duration retryAfter) {
        this.problems = problems;
        this.retryAfter = retryAfter;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException | JwtDecoderInitializationException e) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
            problems.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "issuer-unavailable",
                    "tokens cannot be checked at the moment");
        }
    }
}
