package cn.lingpao.inspection.web;

import java.time.Duration;

/**
 * How much of the open web is taken.
 *
 * @param connect for the connection to one address
 * @param capture for a capture as a whole, redirects included, waiting for politeness excluded
 * @param probe the same for a probe
 * @param bytes of a body, both as received and decompressed
 * @param redirects followed for one capture
 * @param delay between the end of a request to a host and the next one
 * @param patience how long a request waits for its turn before it is given up
 */
public record Limits(
        Duration connect,
        Duration capture,
        Duration probe,
        int bytes,
        int redirects,
        Duration delay,
        Duration patience) {

    /** 15 s for a probe is the regulation's; everything else is ours. */
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            8 << 20,
            10,
            Duration.ofSeconds(1),
            Duration.ofSeconds(120));

    public Limits withDelay(Duration shorter) {
        return new Limits(connect, capture, probe, bytes, redirects, shorter, patience);
    }

    public Limits withTimes(Duration capture, Duration probe) {
        return new Limits(connect, capture, probe, bytes, redirects, delay, patience);
    }

    public Limits withBytes(int most) {
        return new Limits(connect, capture, probe, most, redirects, delay, patience);
    }

    public Limits withPatience(Duration longest) {
        return new Limits(connect, capture, probe, bytes, redirects, delay, longest);
    }
}
