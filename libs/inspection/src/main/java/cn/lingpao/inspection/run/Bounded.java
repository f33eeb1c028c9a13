package cn.lingpao.inspection.run;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.check.Check;
import cn.lingpao.inspection.check.Inspection;
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
    static Optional<Finding> decide(ExecutorService work, Check check, Inspection inspection, Allowance time) {
        if (time.left() <= 0) {
            return Optional.empty();
        }
        Future<Finding> finding = work.submit(() -> time.waiting().around(() -> check.decide(inspection)));
        try {
            return inTime(finding, time);
        } catch (ExecutionException failure) {
            return Optional.of(Finding.undetermined(Cause.PARSE, "the check failed: " + failure.getCause(), List.of()));
        } catch (InterruptedException stopped) {
            finding.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Finding> inTime(Future<Finding> finding, Allowance time)
            throws ExecutionException, InterruptedException {
        while (time.left() > 0) {
            try {
                return Optional.of(finding.get(time.left(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException perhaps) {
                // it may have stood in line meanwhile
            }
        }
        finding.cancel(true);
        return Optional.empty();
    }
}
