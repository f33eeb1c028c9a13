package cn.lingpao.methodology.uncertainty;

import cn.lingpao.methodology.framework.Framework;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sensitivity study varies.
 *
 * @param samples rows of each of the two sample matrices, from 2 to 100,000; there are samples × (factors + 2) evaluations
 * @param amount each weight is uniform between × (1 − amount) and × (1 + amount)
 * @param grouping which weights are one factor
 * @param alternatives other frameworks that take the same answers, by name: with the recorded one they are one factor, each
 *     equally likely; see {@link Alternatives}
 * @param openValues whether UNDETERMINED values are a factor
 * @param targets whose totals are looked at, too
 * @param resamples of the bootstrap
 * @param confidence of the intervals
 */
public record SensitivityPlan(
        int samples,
        long seed,
        double amount,
        Grouping grouping,
        Map<String, Framework> alternatives,
        boolean openValues,
        List<String> targets,
        int resamples,
        double confidence) {

    /** What counts as one factor: the weights of siblings together, or each weight. */
    public enum Grouping {
        SIBLINGS,
        EACH
    }

    private static final int MOST = 100_000;

    public SensitivityPlan {
        if (samples < 2 || samples > MOST) {
            throw new IllegalArgumentException("from 2 to 100000 samples, not " + samples);
        }
        if (!(amount > 0 && amount <= 1)) {
            throw new IllegalArgumentException("the amount is a share above 0 up to 1, not " + amount);
        }
        alternatives = Collections.unmodifiableMap(new LinkedHashMap<>(alternatives));
        targets = List.copyOf(targets);
    }

    /** Weights ±25 % by siblings, open values, 95 % intervals of 500 resamples; no alternatives, no totals. */
    public static SensitivityPlan of(int samples) {
        return new SensitivityPlan(samples, Plan.SEED, 0.25, Grouping.SIBLINGS, Map.of(), true, List.of(), 500, 0.95);
    }

    public SensitivityPlan withSeed(long other) {
        return new SensitivityPlan(
                samples, other, amount, grouping, alternatives, openValues, targets, resamples, confidence);
    }

    public SensitivityPlan withAmount(double other) {
        return new SensitivityPlan(
                samples, seed, other, grouping, alternatives, openValues, targets, resamples, confidence);
    }

    public SensitivityPlan withGrouping(Grouping other) {
        return new SensitivityPlan(
                samples, seed, amount, other, alternatives, openValues, targets, resamples, confidence);
    }

    public SensitivityPlan withAlternatives(Map<String, Framework> other) {
        return new SensitivityPlan(samples, seed, amount, grouping, other, openValues, targets, resamples, confidence);
    }

    public SensitivityPlan withTargets(List<String> other) {
        return new SensitivityPlan(
                samples, seed, amount, grouping, alternatives, openValues, other, resamples, confidence);
    }
}
