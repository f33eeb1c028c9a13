package cn.lingpao.methodology.uncertainty;

import cn.lingpao.methodology.framework.Value;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * What is drawn, and how often. The same plan on the same group gives the same figures on any number of threads.
 *
 * @param draws from 1 to 1,000,000
 * @param weights how weights are drawn
 * @param openValues whether each UNDETERMINED value is drawn among those it may be: MET and NOT_MET, the grades, or the numbers
 *     found at the same check point; one without any such number stays as it is
 * @param disputed further values by target and check point id, each equally likely, drawn in place of the one recorded
 * @param confidence the probability from which a target is said to be ahead of the next
 * @param threads at the most
 * @param progress told how many draws are done, from any thread
 */
public record Plan(
        int draws,
        long seed,
        Noise weights,
        boolean openValues,
        Map<String, Map<String, List<Value>>> disputed,
        double confidence,
        int threads,
        IntConsumer progress) {

    /** The seed when none is given. */
    public static final long SEED = 20211115;

    private static final int MOST = 1_000_000;

    public Plan {
        if (draws < 1 || draws > MOST) {
            throw new IllegalArgumentException("from 1 to 1000000 draws, not " + draws);
        }
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence above 0.5 and below 1, not " + confidence);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread, not " + threads);
        }
        disputed = Map.copyOf(disputed);
    }

    /** Weights ±25 %, open values drawn, 95 % confidence, all processors. */
    public static Plan of(int draws) {
        return new Plan(
                draws,
                SEED,
                new Noise.Relative(0.25),
                true,
                Map.of(),
                0.95,
                Runtime.getRuntime().availableProcessors(),
                done -> {});
    }

    public Plan withSeed(long other) {
        return new Plan(draws, other, weights, openValues, disputed, confidence, threads, progress);
    }

    public Plan withWeights(Noise other) {
        return new Plan(draws, seed, other, openValues, disputed, confidence, threads, progress);
    }

    public Plan withOpenValues(boolean other) {
        return new Plan(draws, seed, weights, other, disputed, confidence, threads, progress);
    }

    public Plan withDisputed(Map<String, Map<String, List<Value>>> other) {
        return new Plan(draws, seed, weights, openValues, other, confidence, threads, progress);
    }

    public Plan withThreads(int other) {
        return new Plan(draws, seed, weights, openValues, disputed, confidence, other, progress);
    }

    public Plan withProgress(IntConsumer other) {
        return new Plan(draws, seed, weights, openValues, disputed, confidence, threads, other);
    }
}
