package cn.lingpao.methodology.explanation;

import cn.lingpao.methodology.explanation.ScoreChange.Cause;
import cn.lingpao.methodology.explanation.ScoreChange.MovedBase;
import cn.lingpao.methodology.framework.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The difference of two moments as lines of text: {@code +1.25 because 搜索功能 went from ✗ to √}. */
public final class ScoreChangeText {

    private ScoreChangeText() {}

    /** The lines, without line ends. */
    public static List<String> lines(ScoreChange change) {
        List<String> lines = new ArrayList<>();
        String target = change.target().zh() == null
                ? change.target().id()
                : change.target().zh();
        lines.add("%s, %s [%s]: %s → %s%s"
                .formatted(
                        target,
                        Words.both(change.nodeName()),
                        change.nodeId(),
                        number(change.before()),
                        number(change.after()),
                        change.change() == null ? "" : " (" + signed(change.change()) + ")"));
        if (change.causes().isEmpty()) {
            lines.add("  nothing that it is made of has changed");
        }
        for (Cause cause : change.causes()) {
            lines.add("  " + (cause.effect() == null ? "?" : signed(cause.effect())) + " because " + because(cause));
            cause.moved().forEach(moved -> lines.add("      " + moved(moved)));
        }
        if (change.change() == null && !change.causes().isEmpty()) {
            lines.add("  without a score at both moments nothing can be counted up");
        }
        return lines;
    }

    private static String because(Cause cause) {
        return switch (cause.kind()) {
            case ANSWER ->
                "%s went from %s to %s [%s]"
                        .formatted(text(cause.text()), Words.found(cause.from()), Words.found(cause.to()), cause.id());
            case AWARD -> "the points of awards changed";
            case TOGETHER -> "these changes do more or less together than each alone (interaction)";
            case OTHERS -> "the others in the group changed (bases of benchmarks, parameters of normalisations)";
        };
    }

    private static String moved(MovedBase moved) {
        String whose = moved.target() == null
                ? ""
                : " of "
                        + (moved.target().zh() == null
                                ? moved.target().id()
                                : moved.target().zh());
        return "best of %s went from %s to %s%s [%s]"
                .formatted(text(moved.text()), number(moved.from()), number(moved.to()), whose, moved.id());
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : Words.both(text);
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "no score" : number.toPlainString();
    }

    private static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number.toPlainString();
    }
}
