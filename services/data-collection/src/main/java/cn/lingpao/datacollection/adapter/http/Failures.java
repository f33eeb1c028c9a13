package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.application.NotReady;
import cn.lingpao.datacollection.application.UnknownCampaign;
import cn.lingpao.datacollection.application.evidence.Spool;
import cn.lingpao.datacollection.application.plan.NotInThePlan;
import cn.lingpao.servicesupport.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the application refuses, as answers; the same for every request. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Failures {

    @ExceptionHandler
    ProblemDetail unknown(UnknownCampaign unknown) {
        return new Refusal(HttpStatus.NOT_FOUND, "unknown-campaign", unknown.getMessage()).getBody();
    }

    @ExceptionHandler
    ProblemDetail unknown(NotInThePlan unknown) {
        return Refusal.notFound(unknown.what(), unknown.id()).getBody();
    }

    @ExceptionHandler
    ProblemDetail tooLarge(Spool.TooLarge tooLarge) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large", tooLarge.getMessage()).getBody();
    }

    @ExceptionHandler
    ProblemDetail later(NotReady busy) {
        return new Refusal(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "not-ready",
                        "%s; what was taken in is recognised when it is sent again".formatted(busy.getMessage()))
                .getBody();
    }
}
