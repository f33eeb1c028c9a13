package cn.lingpao.methodology.uncertainty;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Normalisation;
import cn.lingpao.methodology.framework.Normalisation.Among;
import cn.lingpao.methodology.framework.Normalisation.Deviation;
import cn.lingpao.methodology.framework.Normalisation.First;
import cn.lingpao.methodology.framework.Normalisation.Ties;
import cn.lingpao.methodology.framework.Rule;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Other choices that a methodology could have made. */
public final class Alternatives {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Alternatives() {}

    /** The usual ways to normalise all measures, by name; none for a framework whose measures are not normalised. */
    public static Map<String, Framework> normalisations(Framework framework) {
        Map<String, Framework> alternatives = new LinkedHashMap<>();
        if (framework.checkPoints().stream().map(CheckPoint::rule).anyMatch(Alternatives::isNormalised)) {
            steps().forEach((name, step) -> alternatives.put(name, framework.withNormalisation(List.of(step))));
        }
        return alternatives;
    }

    private static boolean isNormalised(Rule rule) {
        return rule instanceof Rule.Measure measure && Normalisation.compares(measure.normalise());
    }

    private static Map<String, Normalisation> steps() {
        Map<String, Normalisation> steps = new LinkedHashMap<>();
        steps.put(
                "min-max", new Normalisation.MinMax(BigDecimal.ZERO, HUNDRED, null, null, false, Normalisation.GROUP));
        steps.put(
                "z-score",
                new Normalisation.ZScore(Deviation.SAMPLE, BigDecimal.ZERO, BigDecimal.ONE, Normalisation.GROUP));
        steps.put("rank", new Normalisation.Rank(Ties.AVERAGE, First.WORST, Normalisation.GROUP));
        steps.put("percentile-rank", new Normalisation.PercentileRank(Ties.AVERAGE, Among.OTHERS, Normalisation.GROUP));
        return steps;
    }
}
