package cn.lingpao.scoring.domain;

import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Translates values of the contracts into answers of the methodology. */
public final class Answers {

    private Answers() {}

    public static Value value(ObservedValue value) {
        return switch (value.kind()) {
            case MET -> Value.MET;
            case NOT_MET -> Value.NOT_MET;
            case NOT_APPLICABLE -> Value.NOT_APPLICABLE;
            case UNDETERMINED -> Value.UNDETERMINED;
            case NUMBER -> Value.number(Objects.requireNonNull(value.number()));
            case GRADE -> Value.grade(Objects.requireNonNull(value.grade()));
        };
    }

    /** Adds what the framework takes; anything else is left out of a score. */
    static void put(
            Map<String, Answer> answers,
            Framework framework,
            String id,
            ObservedValue observed,
            @Nullable String verdictId) {
        Value value = value(observed);
        if (framework.accepts(id, value).isEmpty()) {
            answers.put(id, new Answer(value, verdictId));
        }
    }
}
