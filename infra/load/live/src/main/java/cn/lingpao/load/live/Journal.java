package cn.lingpao.load.live;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** When each message was sent and seen: those of a target are seen in order, so a mark tells how many of them have been. */
final class Journal {

    private final long[][] sent;
    private final long[][] marks;
    private final int[] counts;
    private final int[] seen;
    private final long[] took;
    private final AtomicInteger arrived = new AtomicInteger();

    Journal(int targets, int messages) {
        sent = new long[targets][0];
        marks = new long[targets][0];
        counts = new int[targets];
        seen = new int[targets];
        took = new long[messages];
    }

    /** @param mark what shows that this message and all before it of the target have arrived */
    synchronized void sent(int target, long mark, long now) {
        int count = counts[target]++;
        if (count == sent[target].length) {
            sent[target] = Arrays.copyOf(sent[target], 2 * count + 4);
            marks[target] = Arrays.copyOf(marks[target], 2 * count + 4);
        }
        sent[target][count] = now;
        marks[target][count] = mark;
    }

    /** Everything of the target up to the mark has been seen. */
    synchronized void seen(int target, long mark, long now) {
        while (seen[target] < counts[target] && marks[target][seen[target]] <= mark) {
            took[arrived.getAndIncrement()] = now - sent[target][seen[target]++];
        }
    }

    /** How many were sent. */
    synchronized int noted() {
        return Arrays.stream(counts).sum();
    }

    int arrived() {
        return arrived.get();
    }

    /** Milliseconds within which this share of the messages was seen. */
    synchronized double percentile(double share) {
        long[] sorted = Arrays.copyOf(took, arrived.get());
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1e6;
    }
}
