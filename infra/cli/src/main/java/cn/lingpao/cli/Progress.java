package cn.lingpao.cli;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error; in a log it prints a line now and then. */
public final class Progress implements AutoCloseable {

    private static final long LONG = 200_000;
    private static final int WIDTH = 100;

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** A bar for work that is long enough to be waited for, else none. */
    public static Progress ofLong(String task, long steps, long work) {
        return work < LONG ? new Progress(null) : of(task, steps);
    }

    public static Progress of(String task, long steps) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        ProgressBarBuilder builder = new ProgressBarBuilder();
        if (!terminal) {
            builder.setConsumer(new DelegatingProgressBarConsumer(System.err::println, WIDTH));
        }
        return new Progress(builder.setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(terminal ? 200 : 2000)
                .continuousUpdate()
                .setMaxRenderedLength(WIDTH)
                .build());
    }

    public void stepBy(long steps) {
        if (bar != null) {
            bar.stepBy(steps);
        }
    }

    /** @param steps how many there are, as far as is known now */
    public void stepTo(long step, long steps) {
        if (bar != null) {
            bar.maxHint(steps);
            bar.stepTo(step);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
