package cn.lingpao.portal.web;

import cn.lingpao.portal.results.Results;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Failures as pages in the style of the site; they say nothing about what exists. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @ExceptionHandler({NothingPublished.class, MethodArgumentTypeMismatchException.class})
    ModelAndView nothing(Exception failure, HttpServletRequest request, Locale locale) {
        return page(HttpStatus.NOT_FOUND, request, locale);
    }

    @ExceptionHandler
    ModelAndView unavailable(Results.Unavailable failure, HttpServletRequest request, Locale locale) {
        LOG.warn("{}: {}", request.getRequestURI(), failure.getMessage());
        return page(HttpStatus.SERVICE_UNAVAILABLE, request, locale);
    }

    @ExceptionHandler
    ModelAndView other(Exception failure, HttpServletRequest request, Locale locale) {
        if (failure instanceof ErrorResponse refused) {
            return page(refused.getStatusCode(), request, locale);
        }
        LOG.error("{} failed", request.getRequestURI(), failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, request, locale);
    }

    private static ModelAndView page(HttpStatusCode status, HttpServletRequest request, Locale locale) {
        return FailurePage.of(status, kind(status), request, locale);
    }

    private static String kind(HttpStatusCode status) {
        if (status.value() == HttpStatus.NOT_FOUND.value()) {
            return "not-found";
        }
        return status.is4xxClientError() ? "not-understood" : "unavailable";
    }
}
