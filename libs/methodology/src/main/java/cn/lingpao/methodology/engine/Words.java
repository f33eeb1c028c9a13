package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Normalisation;
import java.util.Locale;

/** The words of the framework language for what the engine does. */
final class Words {

    private Words() {}

    /** {@code half-up} for HALF_UP. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String of(Normalisation method) {
        return switch (method) {
            case Normalisation.MinMax bounds -> "min-max";
            case Normalisation.ZScore score -> "z-score";
            case Normalisation.Rank rank -> "rank";
            case Normalisation.PercentileRank rank -> "percentile-rank";
            case Normalisation.Borda borda -> "borda";
            case Normalisation.DistanceToMaximum distance -> "distance-to-maximum";
            case Normalisation.DistanceToReference distance -> "distance-to-reference";
            case Normalisation.DistanceToTarget distance -> "distance-to-target";
            case Normalisation.FractionOfMaximum fraction -> "fraction-of-maximum";
            case Normalisation.FractionOfBest fraction -> "fraction-of-best";
            case Normalisation.FractionOfReference fraction -> "fraction-of-reference";
            case Normalisation.FractionOfMean fraction -> "fraction-of-mean";
            case Normalisation.Goalposts posts -> "goalposts";
            case Normalisation.Power power -> "power";
            case Normalisation.Exponential exponential -> "exponential";
            case Normalisation.NormalProbability probability -> "normal-probability";
            case Normalisation.Tiers tiers -> "tiers";
            case Normalisation.Linear linear -> "linear";
        };
    }
}
