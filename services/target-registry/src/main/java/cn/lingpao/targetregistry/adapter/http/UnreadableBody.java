package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.servicesupport.Fault;
import cn.lingpao.servicesupport.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a JSON body is wrong. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableBody {

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException failure) throws HttpMessageNotReadableException {
        if (!(failure.getCause() instanceof JacksonException json)) {
            throw failure;
        }
        Fault fault = json instanceof DatabindException ? misfit(json) : malformed(json);
        Refusal refusal = new Refusal(
                HttpStatus.BAD_REQUEST, fault.code(), "The body can't be read: " + fault.reason(), List.of(fault));
        return ResponseEntity.of(refusal.getBody()).build();
    }

    /** Only here is the place known for sure: what does not fit is found when the reader has gone on. */
    private static Fault malformed(JacksonException json) {
        TokenStreamLocation place = json.getLocation();
        return new Fault(
                place == null ? null : place.getLineNr(),
                place == null ? null : place.getColumnNr(),
                null,
                "malformed-json",
                json.getOriginalMessage());
    }

    private static Fault misfit(JacksonException json) {
        String code = json instanceof UnrecognizedPropertyException ? "unknown-key" : "wrong-type";
        return Fault.at(path(json), code, json.getOriginalMessage());
    }

    private static String path(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
