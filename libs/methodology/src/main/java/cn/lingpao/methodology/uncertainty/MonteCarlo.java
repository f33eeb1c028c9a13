package cn.lingpao.methodology.uncertainty;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Draws weights and values, scores and ranks: blocks of draws, each with a generator split from the seed in order, so that
 * the result is the same for any number of threads.
 */
final class MonteCarlo {

    private final int targets;
    private final WeightDraws weights;
    private final int open;
    private final Supplier<Scorer> scorers;
    private final Ruler ruler;

    /**
     * What the totals of a draw are held against.
     *
     * @param from lower bounds of the levels, highest first, in billionths
     * @param next the target that follows each, -1 for the last
     */
    record Ruler(Places places, RankKeys keys, long[] from, int[] next) {}

    /** @param open how many values are drawn */
    MonteCarlo(int targets, WeightDraws weights, int open, Supplier<Scorer> scorers, Ruler ruler) {
        this.targets = targets;
        this.weights = weights;
        this.open = open;
        this.scorers = scorers;
        this.ruler = ruler;
    }

    Tally run(int draws, long seed, int threads, IntConsumer progress) {
        int blocks = (draws + Scorer.BLOCK - 1) / Scorer.BLOCK;
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom[] randoms = new SplittableRandom[blocks];
        Arrays.setAll(randoms, block -> random.split());
        Tally tally = new Tally(targets, draws, ruler.from.length);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, Math.clamp(blocks, 1, threads)).parallel().forEach(thread -> {
            Worker worker = new Worker(tally);
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                int count = Math.min(Scorer.BLOCK, draws - block * Scorer.BLOCK);
                worker.draw(randoms[block], block, count);
                progress.accept(done.addAndGet(count));
            }
            tally.add(worker.own);
        });
        tally.close();
        return tally;
    }

    /** The working memory of one thread. */
    private final class Worker {

        private final Tally own;
        private final Scorer scorer = scorers.get();
        private final double[][] drawn = weights.block(Scorer.BLOCK);
        private final double[][] values = new double[open][Scorer.BLOCK];
        private final long[][] totals = new long[targets][Scorer.BLOCK];
        private final long[][] keys = ruler.keys.asIs() ? totals : new long[targets][Scorer.BLOCK];
        private final long[][] ranks = new long[targets][Scorer.BLOCK];

        Worker(Tally tally) {
            own = tally.forThread();
        }

        void draw(SplittableRandom random, int block, int count) {
            weights.draw(random, drawn, count);
            for (double[] value : values) {
                for (int draw = 0; draw < count; draw++) {
                    value[draw] = random.nextDouble();
                }
            }
            scorer.score(drawn, values, count, totals);
            if (!ruler.keys.asIs()) {
                for (int target = 0; target < targets; target++) {
                    ruler.keys.of(totals[target], count, keys[target]);
                }
            }
            ruler.places.rank(keys, count, ranks);
            own.ranks(block * Scorer.BLOCK, count, ranks);
            for (int target = 0; target < targets; target++) {
                neighbour(target, count);
                total(target, block, count);
            }
        }

        private void neighbour(int target, int count) {
            int other = ruler.next[target];
            if (other >= 0) {
                own.ahead[target] += above(keys[target], keys[other], count);
                own.level[target] +=
                        count - above(keys[target], keys[other], count) - above(keys[other], keys[target], count);
            }
        }

        private static long above(long[] one, long[] other, int count) {
            long above = 0;
            for (int draw = 0; draw < count; draw++) {
                above += other[draw] - one[draw] >>> 63;
            }
            return above;
        }

        private void total(int target, int block, int count) {
            long[] total = totals[target];
            double sum = 0;
            for (int draw = 0; draw < count; draw++) {
                sum += total[draw] == Places.NONE ? 0 : total[draw];
            }
            own.sums[block][target] = sum / 1e9;
            long above = 0;
            for (int level = 0; level < ruler.from.length; level++) {
                long reached = 0;
                long below = ruler.from[level] - 1;
                for (int draw = 0; draw < count; draw++) {
                    reached += below - total[draw] >>> 63;
                }
                own.levels[target][level] += reached - above;
                above = reached;
            }
        }
    }
}
