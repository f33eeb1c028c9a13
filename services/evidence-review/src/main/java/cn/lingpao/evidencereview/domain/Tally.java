package cn.lingpao.evidencereview.domain;

import cn.lingpao.evidencereview.domain.Sample.Outcome;
import cn.lingpao.evidencereview.domain.Sampling.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The drawn results of a check, counted.
 *
 * @param waiting those that nobody has looked at yet
 * @param setAside those that say nothing about the check
 */
public record Tally(long sampled, long waiting, long reviewed, long overturned, long setAside) {

    /** @param after counts only results that were taken in later; null counts all */
    public static Tally of(Collection<Sample> samples, @Nullable Instant after) {
        List<Sample> counted = samples.stream()
                .filter(each -> after == null || each.recordedAt().isAfter(after))
                .toList();
        long overturned = count(counted, Outcome.OVERTURNED);
        return new Tally(
                counted.size(),
                count(counted, Outcome.WAITING),
                overturned + count(counted, Outcome.CONFIRMED),
                overturned,
                count(counted, Outcome.SET_ASIDE));
    }

    private static long count(List<Sample> samples, Outcome outcome) {
        return samples.stream().filter(each -> each.outcome() == outcome).count();
    }

    /** Between what bounds the true error lies; empty before the first review. */
    public Optional<Interval> interval() {
        return reviewed == 0 ? Optional.empty() : Optional.of(Interval.of(overturned, reviewed));
    }

    /** Whether enough were reviewed and more than the limit of them were overturned; exactly the limit does not pass it. */
    public boolean passes(Rule rule) {
        BigDecimal allowed = rule.errorLimit().multiply(BigDecimal.valueOf(reviewed));
        return reviewed >= rule.atLeast() && BigDecimal.valueOf(overturned).compareTo(allowed) > 0;
    }
}
