package cn.lingpao.methodology.explanation;

import cn.lingpao.methodology.engine.State;
import cn.lingpao.methodology.engine.Step;
import cn.lingpao.methodology.explanation.Explanation.Found;
import cn.lingpao.methodology.explanation.Explanation.NodePart;
import cn.lingpao.methodology.explanation.Explanation.PointPart;
import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.Exclusion;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.ScoreOverride;
import cn.lingpao.methodology.framework.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of an explanation in words. */
final class Words {

    private static final int PLACES = 9;

    private Words() {}

    /** Chinese first, English beside it where it differs. */
    static String both(Text text) {
        return text.zh().equals(text.en()) ? text.zh() : text.zh() + " / " + text.en();
    }

    static String state(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** √, ✗, the number, the grade, or why there is none. */
    static String found(@Nullable Found found) {
        if (found == null) {
            return "–";
        }
        return switch (found.kind()) {
            case "MET" -> "√";
            case "NOT_MET" -> "✗";
            case "NUMBER" -> number(Objects.requireNonNull(found.number()));
            case "GRADE" -> String.valueOf(found.grade());
            case "NOT_APPLICABLE" -> "not applicable";
            default -> "undetermined" + (found.cause() == null ? "" : " (" + found.cause() + ")");
        };
    }

    static String step(Step step) {
        String word =
                switch (step.kind()) {
                    case DENOMINATED -> "divided";
                    case IMPUTED -> "imputed";
                    case WINSORISED -> "winsorised";
                    case LOGARITHM -> "logarithm";
                    case NORMALISED -> "normalised";
                    case TURNED -> "turned: lower is better";
                    case MULTIPLIED -> "multiplied";
                    case CLAMPED -> "clamped";
                    case VETOED -> "capped by a veto";
                    case ROUNDED -> "rounded";
                    case OVERRIDDEN -> "set by decision";
                };
        List<String> details = new ArrayList<>();
        if (!step.method().isEmpty()) {
            details.add(step.method());
        }
        if (step.with() != null) {
            details.add((step.kind() == Step.Kind.DENOMINATED || step.kind() == Step.Kind.MULTIPLIED ? "by " : "with ")
                    + step.with());
        }
        step.parameters().forEach((name, value) -> details.add(name + " " + shown(value)));
        return "→ " + word + (details.isEmpty() ? "" : " (" + String.join(", ", details) + ")")
                + (step.before() == null ? "" : ": " + number(step.before()))
                + (step.after() == null ? " → none" : " → " + number(step.after()));
    }

    /** What else there is to say about a node's score. */
    static List<String> notes(NodePart node) {
        List<String> notes = new ArrayList<>();
        if (node.exclusion() != null) {
            notes.add(exclusion(node.exclusion()));
        }
        if (node.override() != null) {
            notes.add(override(node.override()));
        }
        if (node.aggregation() != null && node.score() != null) {
            long counted = node.nodes().stream().filter(NodePart::counted).count();
            notes.add("= " + node.aggregation().name().toLowerCase(Locale.ROOT) + " of " + counted
                    + (counted == node.nodes().size() ? "" : " (" + node.nodes().size() + " there are)"));
        }
        if (node.rescaled() != null) {
            notes.add("points × " + number(node.rescaled()) + ", because some do not count");
        }
        node.steps().forEach(step -> notes.add(step(step)));
        if (node.state() != State.SCORED && node.state() != State.EXCLUDED) {
            notes.add(treatment(node.state(), node.treatment()));
        }
        return notes.stream().filter(note -> !note.isEmpty()).toList();
    }

    /** What else there is to say about the points of a check point. */
    static List<String> notes(PointPart point) {
        List<String> notes = new ArrayList<>();
        if (point.exclusion() != null) {
            notes.add(exclusion(point.exclusion()));
        }
        if (point.base() != null) {
            String whose = point.baseTarget() == null
                    ? ""
                    : " of "
                            + (point.baseTarget().zh() == null
                                    ? point.baseTarget().id()
                                    : point.baseTarget().zh());
            notes.add("benchmark: best is " + number(point.base()) + whose);
        }
        notes.add(rule(point.rule()));
        if (point.carried()) {
            notes.add("carried forward from another campaign");
        }
        if (point.state() != State.SCORED && point.state() != State.EXCLUDED) {
            notes.add(treatment(point.state(), point.treatment()));
        }
        if (point.verdictId() != null) {
            notes.add("verdict " + point.verdictId());
        }
        if (!point.evidenceIds().isEmpty()) {
            notes.add("evidence " + String.join(", ", point.evidenceIds()));
        }
        return notes.stream().filter(note -> !note.isEmpty()).toList();
    }

    private static String rule(Rule rule) {
        return switch (rule) {
            case Rule.Checklist checklist -> "";
            case Rule.Measure measure -> "";
            case Rule.Benchmark benchmark -> benchmark.direction() == Direction.LOWER ? "lower is better" : "";
            case Rule.Graded graded -> "grades: " + pairs(graded.grades());
            case Rule.Ratio ratio ->
                "ratio: ÷ " + (ratio.by() == null ? number(Objects.requireNonNull(ratio.of())) : ratio.by());
            case Rule.Tiers tiers ->
                "tiers: "
                        + tiers.tiers().stream()
                                .map(tier -> "from " + number(tier.from()) + " " + number(tier.share()))
                                .collect(Collectors.joining(", "));
            case Rule.Count count -> "count: " + number(count.each()) + " points a piece";
            case Rule.Given given -> "the value is the points";
        };
    }

    private static String pairs(Map<String, BigDecimal> grades) {
        return grades.entrySet().stream()
                .map(grade -> grade.getKey() + " " + number(grade.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String treatment(State state, Explanation.Treatment treatment) {
        return switch (state) {
            case MISSING -> "a missing one: " + policy(treatment.missing());
            case UNDETERMINED, UNDEFINED -> "an undetermined one: " + policy(treatment.undetermined());
            default -> "";
        };
    }

    private static String policy(Enum<?> policy) {
        return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String exclusion(Exclusion exclusion) {
        return "excluded: " + exclusion.reason() + signed(exclusion.author(), exclusion.at());
    }

    private static String override(ScoreOverride override) {
        return "set to " + number(override.score()) + ": " + override.reason()
                + signed(override.author(), override.at());
    }

    private static String signed(@Nullable Object author, @Nullable Object at) {
        String by = Stream.of(author, at)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return by.isEmpty() ? "" : " (" + by + ")";
    }

    /** An exact parameter at the places that scores have. */
    private static String shown(BigDecimal number) {
        return number.scale() > PLACES
                ? number(number.setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros())
                : number(number);
    }

    private static String number(BigDecimal number) {
        return number.toPlainString();
    }
}
