package cn.lingpao.evidencereview.adapter.http;

import cn.lingpao.evidencereview.application.AskAboutMachines.MachineRecord;
import cn.lingpao.evidencereview.domain.Fallback;
import cn.lingpao.evidencereview.domain.Interval;
import cn.lingpao.evidencereview.domain.Sampling.Rule;
import cn.lingpao.evidencereview.domain.Tally;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers about programs. */
final class MachineAnswers {

    private static final int DIGITS = 4;

    private MachineAnswers() {}

    /** All checks of a campaign that were sampled. */
    record SamplingView(List<CheckView> items) {

        static SamplingView of(List<MachineRecord> records) {
            return new SamplingView(records.stream().map(CheckView::of).toList());
        }
    }

    /**
     * A program's way of answering a check point.
     *
     * @param state {@code trusted}, or {@code fallback}: its results only open a review, people collect
     * @param sampled drawn results: those that wait, were reviewed, or were set aside because they say nothing about the check
     * @param errorRate overturned by reviewed, absent before the first review
     * @param interval the 95 % score interval (Wilson) of the error; shown, the limit is held against the rate
     * @param since only results taken in after this instant, the last lifting, are counted
     * @param fallback the last time it fell back or was lifted
     */
    @JsonInclude(Include.NON_NULL)
    record CheckView(
            String collector,
            String checkPoint,
            String state,
            long sampled,
            long waiting,
            long reviewed,
            long overturned,
            long setAside,
            @Nullable BigDecimal errorRate,
            @Nullable IntervalView interval,
            @Nullable BigDecimal share,
            @Nullable BigDecimal errorLimit,
            @Nullable Integer atLeast,
            @Nullable Instant since,
            @Nullable FallbackView fallback) {

        static CheckView of(MachineRecord known) {
            Tally tally = known.tally();
            Rule rule = known.rule();
            return new CheckView(
                    known.check().collector(),
                    known.check().checkPointId(),
                    known.fallenBack() ? "fallback" : "trusted",
                    tally.sampled(),
                    tally.waiting(),
                    tally.reviewed(),
                    tally.overturned(),
                    tally.setAside(),
                    tally.reviewed() == 0 ? null : rounded((double) tally.overturned() / tally.reviewed()),
                    tally.interval().map(IntervalView::of).orElse(null),
                    rule == null ? null : rule.share(),
                    rule == null ? null : rule.errorLimit(),
                    rule == null ? null : rule.atLeast(),
                    known.since(),
                    known.fallback() == null ? null : FallbackView.of(known.fallback()));
        }
    }

    /** The bounds of the error. */
    record IntervalView(BigDecimal low, BigDecimal high) {

        static IntervalView of(Interval interval) {
            return new IntervalView(rounded(interval.low()), rounded(interval.high()));
        }
    }

    /** Whether, when and why a check fell back, or by whom and why that was lifted. */
    @JsonInclude(Include.NON_NULL)
    record FallbackView(
            String collector,
            String checkPoint,
            boolean active,
            long reviewed,
            long overturned,
            BigDecimal errorLimit,
            String reason,
            @Nullable String by,
            Instant changedAt) {

        static FallbackView of(Fallback fallback) {
            return new FallbackView(
                    fallback.check().collector(),
                    fallback.check().checkPointId(),
                    fallback.active(),
                    fallback.reviewed(),
                    fallback.overturned(),
                    fallback.errorLimit(),
                    fallback.reason(),
                    fallback.by(),
                    fallback.changedAt());
        }
    }

    private static BigDecimal rounded(double figure) {
        return BigDecimal.valueOf(figure).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
