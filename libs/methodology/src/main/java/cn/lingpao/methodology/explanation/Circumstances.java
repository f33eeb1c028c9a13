package cn.lingpao.methodology.explanation;

import cn.lingpao.methodology.explanation.Explanation.Named;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an explanation says that neither the framework nor the score sheet knows.
 *
 * @param campaignId null without a campaign; likewise the group
 * @param names the names of targets by id
 * @param awards how many awards count, where it is known
 * @param causes by check point: why it could not be determined, null where nobody says
 * @param evidence by check point: the ids of the evidence
 */
public record Circumstances(
        @Nullable String campaignId,
        @Nullable String groupId,
        Function<String, Named> names,
        @Nullable Integer awards,
        Function<String, @Nullable String> causes,
        Function<String, List<String>> evidence) {

    /** Only the names of targets are known. */
    public static Circumstances named(Function<String, Named> names) {
        return new Circumstances(null, null, names, null, id -> null, id -> List.of());
    }
}
