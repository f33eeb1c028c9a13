package cn.lingpao.gateway.http;

import cn.lingpao.servicesupport.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.core.NestedRuntimeException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers in place of a service that could not be reached, or whose circuit breaker is open. */
@RestController
public final class Fallback {

    private static final Logger LOG = LoggerFactory.getLogger(Fallback.class);

    private final ProblemWriter problems;
    private final BodyLimit bodies;
    private final Duration retryAfter;

    public Fallback(ProblemWriter problems, BodyLimit bodies, Duration retryAfter) {
        this.problems = problems;
        this.bodies = bodies;
        this.retryAfter = retryAfter;
    }

    @RequestMapping("/fallback")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            problems.write(response, HttpStatus.NOT_FOUND, "not-found", "there is nothing here");
        } else if (request.getAttribute(MvcUtils.CIRCUITBREAKER_EXECUTION_EXCEPTION_ATTR) instanceof Throwable cause) {
            answer(response, cause);
            // A forward would end the response without the security headers, which are written when it is committed
            response.flushBuffer();
        }
    }

    private void answer(HttpServletResponse response, Throwable cause) throws IOException {
        if (ClientFault.cause(cause, BodyTooLarge.class).isPresent()) {
            bodies.refuse(response);
        } else if (ClientFault.cause(cause, ClientGone.class).isPresent()) {
            problems.write(response, HttpStatus.BAD_REQUEST, "incomplete-body", "the request body ended early");
        } else if (ClientFault.cause(cause, SocketTimeoutException.class).isPresent()) {
            later(response, HttpStatus.GATEWAY_TIMEOUT, "timeout", "the service did not answer in time");
        } else {
            LOG.warn("Answered for a service that is not there: {}", said(cause));
            later(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "the service is not available at the moment");
        }
    }

    private void later(HttpServletResponse response, HttpStatus status, String code, String detail) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        problems.write(response, status, code, detail);
    }

    private static String said(Throwable cause) {
        return cause instanceof NestedRuntimeException nested
                ? String.valueOf(nested.getMostSpecificCause())
                : cause.toString();
    }
}
