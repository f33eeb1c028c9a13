package cn.lingpao.servicesupport;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a JSON body is wrong. */
final class UnreadableJson {

    private UnreadableJson() {}

    static Fault fault(JacksonException failure) {
        return failure instanceof DatabindException ? misfit(failure) : malformed(failure);
    }

    /** Only here is the place known for sure: what does not fit is found when the reader has gone on. */
    private static Fault malformed(JacksonException failure) {
        TokenStreamLocation place = failure.getLocation();
        return new Fault(
                place == null ? null : place.getLineNr(),
                place == null ? null : place.getColumnNr(),
                null,
                "malformed-json",
                failure.getOriginalMessage());
    }

    private static Fault misfit(JacksonException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return failure instanceof UnrecognizedPropertyException
                ? Fault.at(path, "unknown-key", "'" + path + "' is not known here")
                : Fault.at(path, "wrong-type", "'" + path + "' has a value of the wrong kind");
    }
}
