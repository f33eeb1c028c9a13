package cn.lingpao.inspection.run;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.check.Check;
import cn.lingpao.inspection.check.Inspection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a check for its finding and comes back in time, whatever the check does. */
final class Bounded {

    private Bounded() {}

    /** Nothing when there was no time left, or the run was stopped. */
    static Optional<Finding> decide(ExecutorService work, Check check, Inspection inspection, Duration within) {
        Future<Finding> finding = work.submit(() -> check.decide(inspection));
        try {
            return Optional.of(finding.get(within.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failure) {
            return Optional.of(Finding.undetermined(Cause.PARSE, "the check failed: " + failure.getCause(), List.of()));
        } catch (TimeoutException late) {
            finding.cancel(true);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            finding.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
