package cn.lingpao.methodology.uncertainty;

import java.util.Arrays;

/**
 * Ranks of a block of draws from comparable keys, by target and draw; the greater key is the better one. Ranks are
 * doubled, so that the mean rank of tied targets is a whole number, too.
 */
final class Places {

    /** The key of a target without a total; it has no rank. Keys differ by less than 2^63. */
    static final long NONE = -4_000_000_000_000_000_000L;

    private static final int FEW = 192;

    private final Method method;

    /** What tied targets get. */
    enum Method {
        COMPETITION,
        DENSE,
        ORDINAL,
        FRACTIONAL
    }

    Places(Method method) {
        this.method = method;
    }

    /** @param ranks doubled ranks by target and draw, from 2; 0 where there is no key */
    void rank(long[][] keys, int count, long[][] ranks) {
        if (method == Method.DENSE || keys.length > FEW) {
            sorting(keys, count, ranks);
        } else {
            counting(keys, count, ranks);
        }
        for (int target = 0; target < keys.length; target++) {
            blank(keys[target], ranks[target], count);
        }
    }

    private static void blank(long[] keys, long[] ranks, int count) {
        for (int draw = 0; draw < count; draw++) {
            ranks[draw] &= ~((keys[draw] - NONE - 1) >> 63);
        }
    }

    private void counting(long[][] keys, int count, long[][] ranks) {
        for (int target = 0; target < keys.length; target++) {
            long[] rank = ranks[target];
            Arrays.fill(rank, 0, count, 0);
            int ahead = method == Method.ORDINAL ? target : 0;
            atLeast(keys, target, 0, ahead, count, rank);
            better(keys, target, ahead, count, rank);
            if (method == Method.FRACTIONAL) {
                halfway(keys, target, count, rank);
            } else {
                doubled(rank, count);
            }
        }
    }

    private static void doubled(long[] rank, int count) {
        for (int draw = 0; draw < count; draw++) {
            rank[draw] = 2 * rank[draw] + 2;
        }
    }

    /** Better twice, and once more for each that is as good, the target itself among them; then the doubled rank. */
    private static void halfway(long[][] keys, int target, int count, long[] rank) {
        atLeast(keys, target, 0, keys.length, count, rank);
        for (int draw = 0; draw < count; draw++) {
            rank[draw] += 1;
        }
    }

    private static void better(long[][] keys, int target, int from, int count, long[] rank) {
        long[] own = keys[target];
        int other = from;
        for (; other + 4 <= keys.length; other += 4) {
            four(own, keys[other], keys[other + 1], keys[other + 2], keys[other + 3], count, rank);
        }
        for (; other < keys.length; other++) {
            long[] key = keys[other];
            for (int draw = 0; draw < count; draw++) {
                rank[draw] += own[draw] - key[draw] >>> 63;
            }
        }
    }

    private static void four(long[] own, long[] a, long[] b, long[] c, long[] d, int count, long[] rank) {
        for (int draw = 0; draw < count; draw++) {
            long key = own[draw];
            rank[draw] +=
                    (key - a[draw] >>> 63) + (key - b[draw] >>> 63) + (key - c[draw] >>> 63) + (key - d[draw] >>> 63);
        }
    }

    private static void atLeast(long[][] keys, int target, int from, int to, int count, long[] rank) {
        long[] own = keys[target];
        for (int other = from; other < to; other++) {
            long[] key = keys[other];
            for (int draw = 0; draw < count; draw++) {
                rank[draw] += own[draw] - key[draw] - 1 >>> 63;
            }
        }
    }

    private void sorting(long[][] keys, int count, long[][] ranks) {
        int size = keys.length;
        long[] sorted = new long[size];
        int[] place = new int[size];
        for (int draw = 0; draw < count; draw++) {
            for (int target = 0; target < size; target++) {
                sorted[target] = -keys[target][draw];
            }
            Arrays.sort(sorted);
            int distinct = distinct(sorted, place);
            int[] seen = new int[method == Method.ORDINAL ? distinct : 0];
            for (int target = 0; target < size; target++) {
                int at = Arrays.binarySearch(sorted, 0, distinct, -keys[target][draw]);
                ranks[target][draw] = switch (method) {
                    case COMPETITION -> 2L * place[at] + 2;
                    case DENSE -> 2L * at + 2;
                    case ORDINAL -> 2L * (place[at] + seen[at]++) + 2;
                    case FRACTIONAL -> place[at] + (at + 1 < distinct ? place[at + 1] : size) + 1L;
                };
            }
        }
    }

    /** Moves the distinct ones to the front; {@code place} says how many stood before each. */
    private static int distinct(long[] sorted, int[] place) {
        int distinct = 0;
        for (int at = 0; at < sorted.length; at++) {
            if (at == 0 || sorted[at] != sorted[distinct - 1]) {
                sorted[distinct] = sorted[at];
                place[distinct++] = at;
            }
        }
        return distinct;
    }
}
