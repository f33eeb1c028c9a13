package cn.lingpao.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error; in a log it prints a line now and then. */
public final class Progress implements AutoCloseable {

    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    public static Progress of(String task, long steps) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Progress(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(terminal ? 200 : 2000)
                .continuousUpdate()
                .setMaxRenderedLength(100)
                .build());
    }

    public void stepBy(long steps) {
        bar.stepBy(steps);
    }

    /** @param steps how many there are, as far as is known now */
    public void stepTo(long step, long steps) {
        bar.maxHint(steps);
        bar.stepTo(step);
    }

    @Override
    public void close() {
        bar.close();
    }
}
