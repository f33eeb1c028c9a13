package cn.lingpao.methodology.framework;

import java.util.Optional;

/** Whether a value is of the kind that a rule takes. NOT_APPLICABLE and UNDETERMINED fit every rule. */
final class Fit {

    private Fit() {}

    static Optional<String> misfit(Rule rule, Value value) {
        if (value == Value.NOT_APPLICABLE || value == Value.UNDETERMINED) {
            return Optional.empty();
        }
        return switch (rule) {
            case Rule.Checklist checklist -> word(value) ? Optional.empty() : Optional.of("takes MET or NOT_MET");
            case Rule.Graded graded -> grade(graded, value);
            case Rule.Benchmark benchmark -> notNegative(value);
            case Rule.Ratio ratio -> number(value);
            case Rule.Tiers tiers -> number(value);
            case Rule.Count count -> whole(value);
            case Rule.Given given -> between(given, value);
            case Rule.Measure measure -> number(value);
        };
    }

    static Optional<String> misfit(Variable.Type type, Value value) {
        if (value == Value.NOT_APPLICABLE || value == Value.UNDETERMINED) {
            return Optional.empty();
        }
        return switch (type) {
            case NUMBER -> number(value);
            case CATEGORY -> text(value);
        };
    }

    /** Whether the rule's answer is a number. */
    static boolean isNumeric(Rule rule) {
        return !(rule instanceof Rule.Checklist || rule instanceof Rule.Graded);
    }

    private static Optional<String> text(Value value) {
        boolean text = value instanceof Value.Grade grade && !grade.id().isBlank();
        return text ? Optional.empty() : Optional.of("takes the name of a category");
    }

    private static Optional<String> whole(Value value) {
        boolean whole = value instanceof Value.Number measured
                && measured.number().signum() >= 0
                && measured.number().stripTrailingZeros().scale() <= 0;
        return whole ? number(value) : Optional.of("takes a whole number that is not negative");
    }

    private static Optional<String> between(Rule.Given rule, Value value) {
        boolean inside = value instanceof Value.Number measured
                && measured.number().compareTo(rule.least()) >= 0
                && measured.number().compareTo(rule.most()) <= 0;
        return inside
                ? Optional.empty()
                : Optional.of("takes a number from %s to %s"
                        .formatted(rule.least().toPlainString(), rule.most().toPlainString()));
    }

    private static boolean word(Value value) {
        return value == Value.MET || value == Value.NOT_MET;
    }

    private static Optional<String> grade(Rule.Graded rule, Value value) {
        boolean known = value instanceof Value.Grade grade && rule.grades().containsKey(grade.id());
        return known || word(value)
                ? Optional.empty()
                : Optional.of("takes one of the grades "
                        + String.join(", ", rule.grades().keySet()) + ", or MET or NOT_MET");
    }

    private static Optional<String> number(Value value) {
        boolean finite = value instanceof Value.Number measured
                && Double.isFinite(measured.number().doubleValue());
        return finite ? Optional.empty() : Optional.of("takes a finite number");
    }

    private static Optional<String> notNegative(Value value) {
        boolean negative =
                value instanceof Value.Number measured && measured.number().signum() < 0;
        return negative ? Optional.of("takes a number that is not negative") : number(value);
    }
}
