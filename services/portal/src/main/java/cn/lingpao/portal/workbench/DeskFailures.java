package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Refused;
import cn.lingpao.portal.results.Results;
import cn.lingpao.portal.web.FailurePage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a service refused, as a page that says what to do. */
@ControllerAdvice(basePackageClasses = DeskFailures.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeskFailures {

    private static final Logger LOG = LoggerFactory.getLogger(DeskFailures.class);

    @ExceptionHandler
    Object refused(Refused refused, HttpServletRequest request, Locale locale) {
        return switch (refused.status()) {
            case 401 -> signInAgain(request, locale);
            case 403 -> FailurePage.of(HttpStatus.FORBIDDEN, "not-yours", request, locale);
            case 404 -> FailurePage.of(HttpStatus.NOT_FOUND, "not-in-campaign", request, locale);
            default -> FailurePage.of(HttpStatusCode.valueOf(refused.status()), "not-understood", request, locale);
        };
    }

    /** A service that the workbench asks does not answer. */
    @ExceptionHandler
    Object away(Results.Unavailable failure, HttpServletRequest request, Locale locale) {
        LOG.warn("{}: {}", request.getRequestURI(), failure.getMessage());
        return FailurePage.of(HttpStatus.SERVICE_UNAVAILABLE, "desk-away", request, locale);
    }

    /** The token has run out and could not be renewed. */
    @ExceptionHandler
    Object expired(ClientAuthorizationException expired, HttpServletRequest request, Locale locale) {
        return signInAgain(request, locale);
    }

    private static Object signInAgain(HttpServletRequest request, Locale locale) {
        return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                ? FailurePage.of(HttpStatus.UNAUTHORIZED, "signed-out", request, locale)
                : "redirect:/workbench/sign-in/lingpao-portal";
    }
}
