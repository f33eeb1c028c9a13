package cn.lingpao.portal.web;

import cn.lingpao.portal.results.Release;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How scores are written: all scores of a page with the same number of decimals, so that they stand under each other. */
final class Numbers {

    private static final int DIGITS = 2;
    private static final int MOST_DIGITS = 9;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final int digits;

    private Numbers(int digits) {
        this.digits = digits;
    }

    /** No decimals when these scores have none, else two. */
    static Numbers fitting(Stream<@Nullable BigDecimal> scores) {
        boolean whole = scores.filter(Objects::nonNull)
                .allMatch(score -> score.stripTrailingZeros().scale() <= 0);
        return new Numbers(whole ? 0 : DIGITS);
    }

    String score(BigDecimal score) {
        return score.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    /** A total with as many decimals as it takes not to look as if it had reached the next level: 94.995 is not 95. */
    String total(BigDecimal total, Release.Framework framework) {
        for (int more = digits; more < MOST_DIGITS; more++) {
            BigDecimal rounded = total.setScale(more, RoundingMode.HALF_UP);
            if (level(rounded, framework).equals(level(total, framework))) {
                return rounded.toPlainString();
            }
        }
        return plain(total);
    }

    /** Every decimal that there is. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A share of the whole between 0 and 100, for the length of a bar; 0 where there is no whole. */
    static String percent(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        if (part == null || whole == null || whole.signum() <= 0) {
            return "0";
        }
        BigDecimal percent = part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
        return plain(percent.max(BigDecimal.ZERO).min(HUNDRED));
    }

    private static Optional<String> level(BigDecimal total, Release.Framework framework) {
        return framework.levels().stream()
                .filter(level -> total.compareTo(level.from()) >= 0)
                .map(Release.Level::id)
                .findFirst();
    }
}
