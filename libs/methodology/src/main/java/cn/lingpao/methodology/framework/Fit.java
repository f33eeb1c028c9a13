package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.util.Optional;

/** Whether a value is of the kind that a rule takes. NOT_APPLICABLE and UNDETERMINED fit every rule. */
final class Fit {

    private Fit() {}

    static Optional<String> misfit(Rule rule, Value value) {
        if (value == Value.NOT_APPLICABLE || value == Value.UNDETERMINED) {
            return Optional.empty();
        }
        return switch (rule) {
            case Rule.Checklist _ -> word(value) ? Optional.empty() : Optional.of("takes MET or NOT_MET");
            case Rule.Graded graded -> grade(graded, value);
            case Rule.Benchmark _ -> notNegative(value);
            case Rule.Ratio _, Rule.Tiers _ -> number(value);
        };
    }

    private static boolean word(Value value) {
        return value == Value.MET || value == Value.NOT_MET;
    }

    private static Optional<String> grade(Rule.Graded rule, Value value) {
        boolean known = value instanceof Value.Grade grade && rule.grades().containsKey(grade.id());
        return known || word(value)
                ? Optional.empty()
                : Optional.of("takes one of the grades " + String.join(", ", rule.grades().keySet())
                        + ", or MET or NOT_MET");
    }

    private static Optional<String> number(Value value) {
        boolean finite = value instanceof Value.Number(BigDecimal number) && Double.isFinite(number.doubleValue());
        return finite ? Optional.empty() : Optional.of("takes a finite number");
    }

    private static Optional<String> notNegative(Value value) {
        return number(value)
                .or(() -> value instanceof Value.Number(BigDecimal number) && number.signum() < 0
                        ? Optional.of("takes a number that is not negative")
                        : Optional.empty());
    }
}
