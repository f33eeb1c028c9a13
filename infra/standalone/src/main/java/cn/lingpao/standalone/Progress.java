package cn.lingpao.standalone;

import java.io.PrintStream;
import java.time.Duration;

/** One line for each part that is ready. */
final class Progress {

    private final PrintStream out;
    private final int parts;
    private final long started = System.nanoTime();
    private int done;

    Progress(PrintStream out, int parts) {
        this.out = out;
        this.parts = parts;
    }

    synchronized void ready(String part, String address) {
        done++;
        out.printf("[%d/%d] %-16s %s  (%.1f s)%n", done, parts, part, address, seconds());
    }

    synchronized void say(String line) {
        out.println(line);
    }

    double seconds() {
        return Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
    }
}
