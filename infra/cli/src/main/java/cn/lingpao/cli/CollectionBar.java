package cn.lingpao.cli;

import cn.lingpao.inspection.run.CollectionRun;
import cn.lingpao.inspection.run.Outcome;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Progress of a collection as a bar; the first word says how much an earlier run has left to do. */
final class CollectionBar implements CollectionRun.Progress, AutoCloseable {

    private final Consumer<String> tell;
    private @Nullable Progress bar;

    CollectionBar(Consumer<String> tell) {
        this.tell = tell;
    }

    @Override
    public void started(int cells, int finished) {
        if (finished > 0) {
            tell.accept(finished + " of " + cells + " are finished and not done again");
        }
        bar = Progress.of("collect", cells);
        bar.stepTo(finished, cells);
    }

    @Override
    public synchronized void decided(Outcome outcome) {
        Progress shown = bar;
        if (shown != null) {
            shown.stepBy(1);
        }
    }

    @Override
    public void close() {
        Progress shown = bar;
        if (shown != null) {
            shown.close();
        }
    }
}
