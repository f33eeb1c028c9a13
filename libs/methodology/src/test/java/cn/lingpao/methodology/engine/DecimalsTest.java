package cn.lingpao.methodology.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Decimals in one long are those of BigDecimal. */
class DecimalsTest {

    private static final RoundingMode[] MODES = {
        RoundingMode.UP,
        RoundingMode.DOWN,
        RoundingMode.CEILING,
        RoundingMode.FLOOR,
        RoundingMode.HALF_UP,
        RoundingMode.HALF_DOWN,
        RoundingMode.HALF_EVEN
    };

    @Property(tries = 3000)
    void keys_are_equal_and_ordered_as_canonical_decimals_are(@ForAll long seed) {
        Random random = new Random(seed);
        double one = number(random);
        double other = random.nextBoolean() ? number(random) : one + random.nextInt(-3, 4) * 2.5e-10;
        int expected = slow(one).compareTo(slow(other));

        assertThat(Long.signum(Long.compare(Decimals.key(one), Decimals.key(other))))
                .isEqualTo(expected);
        assertThat(Decimals.canonical(one)).isEqualTo(slow(one));
        assertThat(Decimals.toDouble(Decimals.key(one))).isEqualTo(slow(one).doubleValue());
    }

    @Property(tries = 3000)
    void a_rounded_number_is_that_of_the_canonical_decimal(@ForAll long seed) {
        Random random = new Random(seed);
        Rounding rounding = new Rounding(random.nextInt(10), MODES[random.nextInt(MODES.length)]);
        double number = random.nextBoolean() ? number(random) : random.nextInt(-2000, 2000) / 8.0;
        BigDecimal expected = slow(number).setScale(rounding.digits(), rounding.mode());

        assertThat(Decimals.round(number, rounding)).isEqualTo(expected.doubleValue());
        assertThat(Decimals.roundKey(Decimals.key(number), rounding)).isEqualTo(Decimals.key(expected.doubleValue()));
    }

    private static BigDecimal slow(double number) {
        BigDecimal stripped =
                BigDecimal.valueOf(number).setScale(9, RoundingMode.HALF_UP).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Of any size, often half way between two decimals of nine places. */
    private static double number(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(-5, 5) + (2 * random.nextInt(1_000_000) + 1) * 0.5e-9;
            case 1 -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-12, 16));
            case 2 -> random.nextInt(-1000, 1000) * 0.1 * 3;
            default -> random.nextInt(-100_000, 100_000) / 1000.0;
        };
    }
}
