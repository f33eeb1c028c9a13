package cn.lingpao.methodology.uncertainty;

import java.util.Arrays;

/** What the draws came to, by target: ranks, levels, sums of totals, and who was ahead of the next. */
final class Tally {

    private final int draws;

    /** How often each doubled rank was drawn; or, when there are more ranks than draws, the doubled rank of each draw. */
    private final int[][] ranks;

    private final boolean counted;
    final long[][] levels;
    final long[] ahead;
    final long[] level;
    final long[] unranked;
    final double[][] sums;

    Tally(int targets, int draws, int levelCount) {
        this.draws = draws;
        counted = 2L * targets <= draws;
        ranks = new int[targets][counted ? 2 * targets : draws];
        levels = new long[targets][levelCount];
        ahead = new long[targets];
        level = new long[targets];
        unranked = new long[targets];
        sums = new double[(draws + Scorer.BLOCK - 1) / Scorer.BLOCK][targets];
    }

    /** Threads write different draws: no two of them count in the same tally unless ranks are kept draw by draw. */
    Tally forThread() {
        return new Tally(this);
    }

    private Tally(Tally shared) {
        draws = shared.draws;
        counted = shared.counted;
        ranks = counted ? new int[shared.ranks.length][shared.ranks[0].length] : shared.ranks;
        levels = new long[shared.levels.length][shared.levels[0].length];
        ahead = new long[shared.ahead.length];
        level = new long[shared.level.length];
        unranked = new long[shared.unranked.length];
        sums = shared.sums;
    }

    void ranks(int from, int count, long[][] doubled) {
        for (int target = 0; target < ranks.length; target++) {
            long[] drawn = doubled[target];
            int[] own = ranks[target];
            for (int draw = 0; draw < count; draw++) {
                int rank = (int) drawn[draw];
                if (!counted) {
                    own[from + draw] = rank;
                } else if (rank > 0) {
                    own[rank - 1]++;
                }
                unranked[target] += rank == 0 ? 1 : 0;
            }
        }
    }

    synchronized void add(Tally other) {
        if (counted) {
            add(ranks, other.ranks);
        }
        add(levels, other.levels);
        add(new long[][] {ahead, level, unranked}, new long[][] {other.ahead, other.level, other.unranked});
    }

    private static void add(int[][] sum, int[][] more) {
        for (int row = 0; row < sum.length; row++) {
            for (int at = 0; at < sum[row].length; at++) {
                sum[row][at] += more[row][at];
            }
        }
    }

    private static void add(long[][] sum, long[][] more) {
        for (int row = 0; row < sum.length; row++) {
            for (int at = 0; at < sum[row].length; at++) {
                sum[row][at] += more[row][at];
            }
        }
    }

    /** To be called once all is added. */
    void close() {
        if (!counted) {
            for (int[] drawn : ranks) {
                Arrays.sort(drawn);
            }
        }
    }

    long ranked(int target) {
        return draws - unranked[target];
    }

    /** The smallest rank that at least {@code share} of the ranked draws reach. */
    double quantile(int target, double share) {
        long nth = Math.max(1, (long) Math.ceil(share * ranked(target) - 1e-9));
        if (!counted) {
            return ranks[target][(int) (unranked[target] + nth - 1)] / 2.0;
        }
        long seen = 0;
        int at = -1;
        while (seen < nth) {
            seen += ranks[target][++at];
        }
        return (at + 1) / 2.0;
    }

    double mean(int target) {
        long sum = 0;
        for (int at = 0; at < ranks[target].length; at++) {
            sum += counted ? (long) ranks[target][at] * (at + 1) : ranks[target][at];
        }
        return sum / 2.0 / ranked(target);
    }

    double meanTotal(int target) {
        return Arrays.stream(sums).mapToDouble(block -> block[target]).sum() / ranked(target);
    }
}
