package cn.lingpao.methodology.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other campaigns answered, for frameworks that take parameters or missing answers from them.
 *
 * @param answers by campaign id, target id and check point, measure or variable id
 */
public record Basis(Map<String, Map<String, Map<String, Answer>>> answers) {

    /** No other campaign is at hand. */
    public static final Basis NONE = new Basis(Map.of());

    public Basis {
        answers = Map.copyOf(answers);
    }

    @Nullable
    Answer answer(@Nullable String campaign, String target, String point) {
        return campaign == null
                ? null
                : answers.getOrDefault(campaign, Map.of())
                        .getOrDefault(target, Map.of())
                        .get(point);
    }
}
