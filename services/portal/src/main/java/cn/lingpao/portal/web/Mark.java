package cn.lingpao.portal.web;

import cn.lingpao.portal.results.Ranking.State;
import cn.lingpao.portal.results.Release;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A score as a page shows it; one that is not there says why and is never a zero.
 *
 * @param text the score, empty when there is none
 * @param exact the score with every decimal
 * @param percent length of its bar; null without full marks to measure it by
 * @param state key of the message that says why there is none
 */
public record Mark(
        boolean scored, String text, String exact, @Nullable String percent, String state) {

    static Mark of(Numbers numbers, State state, @Nullable BigDecimal score, @Nullable BigDecimal fullMarks) {
        return state == State.SCORED && score != null ? scored(numbers.score(score), score, fullMarks) : none(state);
    }

    static Mark total(Numbers numbers, @Nullable BigDecimal total, Release.Framework framework) {
        return total == null ? none(State.MISSING) : scored(numbers.total(total, framework), total, framework.most());
    }

    static Mark none(State state) {
        return new Mark(false, "", "", null, "state." + state.name().toLowerCase(Locale.ROOT));
    }

    private static Mark scored(String text, BigDecimal score, @Nullable BigDecimal most) {
        return new Mark(true, text, Numbers.plain(score), most == null ? null : Numbers.percent(score, most), "");
    }
}
