package cn.lingpao.inspection.run;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.check.Check;
import cn.lingpao.inspection.check.Inspection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a check for its finding and gets one, whatever the check does. */
final class Bounded {

    private Bounded() {}

    static Finding decide(ExecutorService work, Check check, Inspection inspection, Duration within) {
        Future<Finding> finding = work.submit(() -> check.decide(inspection));
        try {
            return finding.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            return Finding.undetermined(Cause.PARSE, "the check failed: " + failure.getCause(), List.of());
        } catch (TimeoutException late) {
            finding.cancel(true);
            return CollectionRun.outOfTime("no verdict within " + Math.max(1, within.toSeconds()) + " s");
        } catch (InterruptedException stopped) {
            finding.cancel(true);
            Thread.currentThread().interrupt();
            return CollectionRun.outOfTime("the run was stopped");
        }
    }
}
