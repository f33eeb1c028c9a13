package cn.lingpao.cli.sample;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Origin;
import cn.lingpao.methodology.framework.Rule;
import java.util.List;

/** Invents what is found at a check point: the better the place, the more often it is good. */
final class Findings {

    /** From the fixed list of causes, those that a plain visit meets. */
    private static final List<String> CAUSES = List.of(
            "firewall", "captcha", "js-challenge", "timeout", "needs-browser", "robots", "parse", "ambiguous-date");

    private static final double UNDETERMINED = 0.03;
    private static final double NOT_APPLICABLE = 0.005;

    private final long seed;

    Findings(long seed) {
        this.seed = seed;
    }

    /** What is true of the place. */
    Finding truth(Place place, CheckPoint point) {
        Dice dice = Dice.of(seed, place.fortune(), point.id(), "truth");
        if (dice.chance(UNDETERMINED)) {
            return Finding.undetermined(dice.oneOf(CAUSES));
        }
        if (point.origin() == Origin.PLATFORM && dice.chance(NOT_APPLICABLE)) {
            return Finding.NOT_APPLICABLE;
        }
        return found(point, quality(place), dice);
    }

    /** Something else than {@code finding}, as one who erred would write it. */
    Finding mistaken(Place place, CheckPoint point, Finding finding, String who) {
        Dice dice = Dice.of(seed, place.fortune(), point.id(), "mistake", who);
        if (finding.isDetermined() && dice.chance(0.3)) {
            return Finding.undetermined(dice.oneOf(CAUSES));
        }
        Finding other = finding;
        while (other.equals(finding)) {
            other = found(point, dice.share(), dice);
        }
        return other;
    }

    private double quality(Place place) {
        return 0.5 + 0.5 * Dice.of(seed, place.fortune(), "quality").share();
    }

    private Finding found(CheckPoint point, double quality, Dice dice) {
        double luck = quality + 0.5 * (1 - quality) * dice.share();
        return switch (point.rule()) {
            case Rule.Checklist checklist -> dice.chance(quality) ? Finding.MET : Finding.NOT_MET;
            case Rule.Benchmark benchmark -> Finding.number(Math.round(scale(point) * luck * luck));
            case Rule.Graded graded -> Finding.grade(grade(graded, luck));
            case Rule.Ratio ratio -> Finding.tenths(Math.round(1000 * Math.min(luck, 1)));
            case Rule.Tiers tiers -> Finding.number(Math.round(6 * luck * dice.share()));
            case Rule.Count count -> Finding.number(Math.round(6 * luck * dice.share()));
            case Rule.Given given ->
                Finding.number((long) Math.floor(given.most().doubleValue() * Math.min(luck, 1)));
            case Rule.Measure measure -> Finding.number(Math.round(scale(point) * luck * luck));
        };
    }

    /** Counts of different things are of different size. */
    private int scale(CheckPoint point) {
        return Dice.of(seed, point.id(), "scale").oneOf(List.of(40, 120, 600, 2500));
    }

    private static String grade(Rule.Graded rule, double luck) {
        List<String> grades = List.copyOf(rule.grades().keySet());
        return grades.get((int) Math.min(grades.size() - 1, (1 - luck) * grades.size() * 1.6));
    }
}
