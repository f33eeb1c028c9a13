package cn.lingpao.methodology.difference;

import cn.lingpao.methodology.difference.Change.Kind;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Rule;
import java.util.Optional;

/** What changed in check points and measures. */
final class PointDifference {

    private final Changes changes;
    private final Framework before;
    private final Framework after;
    private final Pairs pairs;

    PointDifference(Changes changes, Framework before, Framework after, Pairs pairs) {
        this.changes = changes;
        this.before = before;
        this.after = after;
        this.pairs = pairs;
    }

    void tell() {
        for (CheckPoint point : before.checkPoints()) {
            Optional.ofNullable(pairs.points().get(point.id()))
                    .flatMap(after::checkPoint)
                    .ifPresentOrElse(same -> compare(point, same), () -> removed(point));
        }
        after.checkPoints().stream()
                .filter(point -> !pairs.points().containsValue(point.id()))
                .filter(point -> pairs.nodes().containsValue(point.nodeId()))
                .filter(point -> !isMeasure(point))
                .forEach(point -> changes.add(
                        Kind.STRUCTURE,
                        point.id(),
                        place(point),
                        "check point added to %s, %s points, %s"
                                .formatted(point.nodeId(), Words.of(point.points()), Words.of(point.rule()))));
    }

    private void removed(CheckPoint point) {
        if (pairs.nodes().containsKey(point.nodeId()) && !isMeasure(point)) {
            changes.add(
                    Kind.STRUCTURE,
                    point.id(),
                    place(point),
                    "check point removed from %s, it was worth %s points"
                            .formatted(point.nodeId(), Words.of(point.points())));
        }
    }

    private void compare(CheckPoint was, CheckPoint is) {
        if (was.rule() instanceof Rule.Measure one && is.rule() instanceof Rule.Measure other) {
            measure(is, one, other);
            return;
        }
        String place = place(is);
        if (!was.id().equals(is.id())) {
            changes.add(Kind.STRUCTURE, is.id(), place, "has another id: " + Words.change(was.id(), is.id()));
        }
        if (!is.nodeId().equals(pairs.nodes().get(was.nodeId()))) {
            changes.add(Kind.STRUCTURE, is.id(), place, "moved " + Words.change(was.nodeId(), is.nodeId()));
        }
        changes.of(is.id(), place, was, is)
                .on(Kind.RULE, "points", CheckPoint::points)
                .on(Kind.RULE, "rule", point -> Words.of(point.rule()))
                .on(Kind.RULE, "multiplied by", CheckPoint::times)
                .on(Kind.RULE, "veto", CheckPoint::veto)
                .on(Kind.RULE, "bonus", CheckPoint::bonus)
                .on(Kind.POLICY, "when missing", CheckPoint::missing)
                .on(Kind.POLICY, "when undetermined", CheckPoint::undetermined)
                .on(Kind.POLICY, "review", CheckPoint::review)
                .on(Kind.DECISION, "exclusion", CheckPoint::exclusion)
                .on(Kind.NAME, "text", CheckPoint::text)
                .on(Kind.DESCRIPTION, "origin", CheckPoint::origin)
                .on(Kind.DESCRIPTION, "evaluation", CheckPoint::evaluation);
    }

    private void measure(CheckPoint point, Rule.Measure was, Rule.Measure is) {
        changes.of(point.id(), place(point), was, is)
                .on(Kind.STEP, "direction", Rule.Measure::direction)
                .on(Kind.STEP, "denominator", Rule.Measure::denominate)
                .on(Kind.STEP, "imputation", Rule.Measure::impute)
                .on(Kind.STEP, "winsorising", Rule.Measure::winsorise)
                .on(Kind.STEP, "logarithm", Rule.Measure::log)
                .on(Kind.STEP, "normalisation", Rule.Measure::normalise);
    }

    private static boolean isMeasure(CheckPoint point) {
        return point.rule() instanceof Rule.Measure;
    }

    private static String place(CheckPoint point) {
        return point.id() + " " + Words.of(point.text());
    }
}
