package cn.lingpao.standalone;

import java.io.PrintStream;
import java.time.Duration;

/** One line for each part that is ready. */
final class Progress {

    private final PrintStream out;
    private final int parts;
    private final long started = System.nanoTime();
    private int done;
    private boolean up;

    Progress(PrintStream out, int parts) {
        this.out = out;
        this.parts = parts;
    }

    synchronized void ready(String part, String address) {
        done++;
        out.printf("[%d/%d] %-16s %s  (%.1f s)%n", done, parts, part, address, seconds());
    }

    synchronized void up(String line) {
        up = true;
        out.println(line);
    }

    /** Said only when everything was up; who failed to start has said why. */
    synchronized void stopped() {
        if (up) {
            out.println("stopped");
        }
    }

    double seconds() {
        return Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
    }
}
