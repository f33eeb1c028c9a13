package cn.lingpao.sitecollector.application;

import cn.lingpao.sitecollector.domain.Run;
import java.util.Optional;

/** Ends a run that somebody does not want any more; what it has not delivered is dropped. */
public class CancelRun {

    private final Runs runs;
    private final RunQueue queue;

    public CancelRun(Runs runs, RunQueue queue) {
        this.runs = runs;
        this.queue = queue;
    }

    /** @param by who does not want it any more */
    public Result cancel(String campaignId, String runId, String by) {
        Optional<Run> found = runs.find(campaignId, runId);
        if (found.isEmpty()) {
            return new UnknownRun(runId);
        }
        if (found.get().state().isEnd()) {
            return new Ended(found.get());
        }
        queue.cancel(found.get(), by);
        return new Asked(runs.find(campaignId, runId).orElse(found.get()));
    }

    /** What came of it. */
    public sealed interface Result {}

    /** It ends; at once when it was waiting, and as soon as its requests are broken off otherwise. */
    public record Asked(Run run) implements Result {}

    /** It has ended before, one way or another. */
    public record Ended(Run run) implements Result {}

    public record UnknownRun(String runId) implements Result {}
}
