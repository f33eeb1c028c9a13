package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Value;
import cn.lingpao.methodology.framework.Veto;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An answer as one number: a share for words, grades and tiers (judged on exact decimals), the number itself for the rest. */
final class Encoding {

    private Encoding() {}

    static byte state(@Nullable Value value) {
        if (value == null) {
            return Cell.MISSING;
        }
        if (value == Value.UNDETERMINED) {
            return Cell.UNDETERMINED;
        }
        return value == Value.NOT_APPLICABLE ? Cell.NOT_APPLICABLE : Cell.SCORED;
    }

    static double number(Rule rule, Value value) {
        if (value instanceof Value.Word word) {
            return word == Value.Word.MET ? 1 : 0;
        }
        if (value instanceof Value.Grade grade) {
            return ((Rule.Graded) rule).grades().get(grade.id()).doubleValue();
        }
        BigDecimal number = ((Value.Number) value).number();
        return rule instanceof Rule.Tiers tiers ? tier(tiers, number) : number.doubleValue();
    }

    private static double tier(Rule.Tiers rule, BigDecimal number) {
        double share = 0;
        for (Rule.Tier tier : rule.tiers()) {
            if (number.compareTo(tier.from()) >= 0) {
                share = tier.share().doubleValue();
            }
        }
        return share;
    }

    /** Whether an answer meets the condition of a veto. */
    static boolean vetoes(Veto.Condition condition, @Nullable Value value) {
        return switch (condition) {
            case Veto.Met met -> value == Value.MET;
            case Veto.NotMet notMet -> value == Value.NOT_MET;
            case Veto.Below below ->
                value instanceof Value.Number measured && measured.number().compareTo(below.bound()) < 0;
            case Veto.Above above ->
                value instanceof Value.Number measured && measured.number().compareTo(above.bound()) > 0;
            case Veto.Graded graded ->
                value instanceof Value.Grade grade && graded.grades().contains(grade.id());
        };
    }
}
