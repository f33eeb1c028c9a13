package cn.lingpao.servicesupport;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Turns every failure into a problem detail; what the client cannot mend says so and nothing about our inside. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail tooLarge(BodyTooLarge failure) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", failure.getMessage());
    }

    @ExceptionHandler
    ProblemDetail denied(AccessDeniedException failure) {
        return problem(HttpStatus.FORBIDDEN, "wrong-role", "your role does not allow this");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure.getCause() instanceof BodyTooLarge tooLarge) {
            return ResponseEntity.of(tooLarge(tooLarge)).build();
        }
        if (failure.getCause() instanceof JacksonException json) {
            Fault fault = UnreadableJson.fault(json);
            String detail = "the body cannot be read: " + fault.reason();
            return handleExceptionInternal(
                    failure,
                    new Refusal(HttpStatus.BAD_REQUEST, fault.code(), detail, List.of(fault)).getBody(),
                    headers,
                    status,
                    request);
        }
        return super.handleHttpMessageNotReadable(failure, headers, status, request);
    }

    /** What the framework refuses by itself is called as HTTP calls it: {@code method-not-allowed}. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.resolve(status.value());
        if (known != null
                && body instanceof ProblemDetail problem
                && (problem.getProperties() == null || !problem.getProperties().containsKey("code"))) {
            problem.setProperty("code", known.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    @ExceptionHandler
    ProblemDetail suspicious(RequestRejectedException failure) {
        return problem(HttpStatus.BAD_REQUEST, "malformed-request", failure.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception failure, HttpServletRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return tooLarge(tooLarge);
            }
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "something failed on our side; nothing that was acknowledged is lost, please try again");
    }

    static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return problem;
    }
}
