package cn.lingpao.methodology.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.uncertainty.Places.Method;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test
    void tied_targets_share_a_rank_as_the_method_says() {
        long[] keys = {7, 9, 7, 3, Places.NONE};

        assertThat(rank(Method.COMPETITION, keys)).containsExactly(2, 1, 2, 4, 0);
        assertThat(rank(Method.DENSE, keys)).containsExactly(2, 1, 2, 3, 0);
        assertThat(rank(Method.ORDINAL, keys)).containsExactly(2, 1, 3, 4, 0);
        assertThat(rank(Method.FRACTIONAL, keys)).containsExactly(2.5, 1, 2.5, 4, 0);
    }

    @Property(tries = 60)
    void counting_and_sorting_agree(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int targets, @ForAll Method method) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] few = random.longs(targets, -4, 5)
                .map(key -> key == 0 ? Places.NONE : key * 1_000_000_000_000_000L)
                .toArray();
        long[] many = Arrays.copyOf(few, 250);
        Arrays.fill(many, targets, many.length, Places.NONE);

        assertThat(rank(method, few)).containsExactly(Arrays.copyOf(rank(method, many), targets));
    }

    private static double[] rank(Method method, long[] keys) {
        long[][] column = Arrays.stream(keys).mapToObj(key -> new long[] {key}).toArray(long[][]::new);
        long[][] ranks = new long[keys.length][1];
        new Places(method).rank(column, 1, ranks);
        return Arrays.stream(ranks).mapToDouble(rank -> rank[0] / 2.0).toArray();
    }
}
