package cn.lingpao.load.engine;

import cn.lingpao.methodology.engine.Group;
import cn.lingpao.methodology.uncertainty.TargetUncertainty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what the engine makes of the figures against what numpy makes of them; nothing is timed before they agree. */
final class Agreement {

    private static final double NOISE = 1e-9;

    private Agreement() {}

    /** What agrees, in words. */
    static List<String> check(Figures figures, Numpy numpy) throws IOException {
        List<String> agreed = new ArrayList<>();
        Group group = ScoreBenchmark.scored(figures);
        double[] scores = numpy.scores(figures);
        int[] ranks = numpy.ranks(figures);
        for (int target = 0; target < scores.length; target++) {
            same("score", target, group.total(target), scores[target], NOISE);
            same("rank", target, group.rank(target), ranks[target], 0);
        }
        agreed.add(scores.length + " scores within " + NOISE + ", " + ranks.length + " ranks");
        if (figures.draws() > 0) {
            meanRanks(figures, numpy.meanRanks(figures));
            agreed.add(scores.length + " mean ranks of " + figures.draws() + " draws within six standard errors");
        }
        return agreed;
    }

    private static void meanRanks(Figures figures, double[] theirs) {
        int row = 0;
        for (TargetUncertainty target : byId(DrawsBenchmark.targets(figures))) {
            double deviation = (some(target.rank95()) - some(target.rank5()) + 1) / 3.29;
            double tolerance = 6 * deviation * Math.sqrt(2.0 / figures.draws());
            same("mean rank", row, some(target.meanRank()), theirs[row++], tolerance);
        }
    }

    private static List<TargetUncertainty> byId(List<TargetUncertainty> targets) {
        return targets.stream()
                .sorted(Comparator.comparing(TargetUncertainty::targetId))
                .toList();
    }

    private static double some(@Nullable Double figure) {
        return figure == null ? Double.NaN : figure;
    }

    private static void same(String what, int target, double ours, double theirs, double tolerance) {
        if (!(Math.abs(ours - theirs) <= tolerance)) {
            throw new IllegalStateException(
                    "the %s of target %d is %s by the engine and %s by numpy".formatted(what, target, ours, theirs));
        }
    }
}
