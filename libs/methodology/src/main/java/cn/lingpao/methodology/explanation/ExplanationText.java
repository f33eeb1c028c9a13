package cn.lingpao.methodology.explanation;

import cn.lingpao.methodology.engine.Step;
import cn.lingpao.methodology.explanation.Explanation.FigurePart;
import cn.lingpao.methodology.explanation.Explanation.NodePart;
import cn.lingpao.methodology.explanation.Explanation.PointPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An explanation as lines of text for a terminal: the tree, each score with what it was made of. */
public final class ExplanationText {

    private final List<String> lines = new ArrayList<>();

    private ExplanationText() {}

    /** The lines, without line ends. */
    public static List<String> lines(Explanation explanation) {
        ExplanationText text = new ExplanationText();
        text.head(explanation);
        text.node(explanation.node(), "", "");
        explanation.figures().forEach(text::figure);
        return List.copyOf(text.lines);
    }

    private void head(Explanation explanation) {
        StringBuilder head = new StringBuilder(name(explanation.target()));
        head.append(": ").append(explanation.total() == null ? "no total" : number(explanation.total()));
        if (explanation.total() != null && explanation.fullMarks() != null) {
            head.append(" of ").append(number(explanation.fullMarks()));
        }
        if (explanation.level() != null) {
            head.append(", ").append(Words.both(explanation.level().name()));
        }
        lines.add(head + " (" + explanation.frameworkRef() + ")");
        if (explanation.weights() != null) {
            lines.add("weights: " + Words.both(explanation.weights().label()));
        }
        Explanation.BonusPart bonus = explanation.bonus();
        if (bonus != null) {
            lines.add("with %s of %s points of %s"
                    .formatted(number(bonus.points()), number(bonus.cap()), Words.both(bonus.name())));
        }
    }

    private void node(NodePart node, String first, String rest) {
        boolean measured = node.checkPoints().size() == 1
                && node.checkPoints().getFirst().ruleName().equals("measure");
        if (measured) {
            measure(node, node.checkPoints().getFirst(), first, rest);
            return;
        }
        lines.add(first + Words.both(node.name()) + " [" + node.id() + "] " + score(node));
        Words.notes(node).forEach(note -> lines.add(rest + (branches(node) ? "│  " : "   ") + note));
        int left = node.nodes().size() + node.checkPoints().size();
        for (NodePart child : node.nodes()) {
            left--;
            node(child, rest + (left == 0 ? "└─ " : "├─ "), rest + (left == 0 ? "   " : "│  "));
        }
        for (PointPart point : node.checkPoints()) {
            left--;
            point(point, rest + (left == 0 ? "└─ " : "├─ "), rest + (left == 0 ? "   " : "│  "));
        }
    }

    /** A leaf that is one number: what was collected, and what was done to it. */
    private void measure(NodePart node, PointPart measure, String first, String rest) {
        lines.add(first + Words.both(node.name()) + " [" + node.id() + "] " + Words.found(measure.value()) + " → "
                + score(node));
        Stream.of(Words.notes(measure).stream(), measure.steps().stream().map(Words::step), Words.notes(node).stream())
                .flatMap(notes -> notes)
                .distinct()
                .forEach(note -> lines.add(rest + "   " + note));
    }

    private static boolean branches(NodePart node) {
        return !node.nodes().isEmpty() || !node.checkPoints().isEmpty();
    }

    private static String score(NodePart node) {
        StringBuilder score =
                new StringBuilder(node.score() == null ? Words.state(node.state()) : number(node.score()));
        if (node.reason() != null) {
            score.append(" (").append(node.reason()).append(')');
        }
        if (node.depth() > 0 && !node.counted()) {
            score.append(", does not count");
        } else if (node.depth() > 0 && node.contribution() != null && node.share() != null) {
            score.append(" × ").append(number(node.share())).append(" = ").append(number(node.contribution()));
        } else if (node.depth() > 0) {
            score.append(", weight ").append(number(node.weight()));
        }
        return score.toString();
    }

    private void point(PointPart point, String first, String rest) {
        String earned = point.points() == null
                ? Words.state(point.state()) + (point.reason() == null ? "" : " (" + point.reason() + ")")
                : number(point.points()) + (point.ruleName().equals("measure") ? "" : " of " + number(point.max()));
        String counts = point.counted() ? "" : ", does not count";
        lines.add(first + Words.found(point.value()) + " " + Words.both(point.text()) + " [" + point.id() + "] "
                + earned + counts);
        Words.notes(point).forEach(note -> lines.add(rest + "   " + note));
        for (Step step : point.steps()) {
            lines.add(rest + "   " + Words.step(step));
        }
    }

    private void figure(FigurePart figure) {
        String score = figure.score() == null ? Words.state(figure.state()) : number(figure.score());
        lines.add(Words.both(figure.name()) + " [" + figure.id() + "] " + score
                + (figure.reason() == null ? "" : " (" + figure.reason() + ")") + ", made of " + figure.of());
        figure.steps().forEach(step -> lines.add("   " + Words.step(step)));
    }

    private static String name(Explanation.Named target) {
        return target.zh() == null || target.zh().equals(target.id())
                ? target.id()
                : target.zh() + " [" + target.id() + "]";
    }

    private static String number(BigDecimal number) {
        return number.toPlainString();
    }
}
