package cn.lingpao.sitecollector.domain;

import java.util.List;

/**
 * What the intake made of a run's results.
 *
 * @param evidence records of the archive that were new to it
 * @param accepted observations it took in
 * @param repeated those it had already, from before an interruption
 * @param refused what it did not want, the first of them in words
 */
public record Delivery(long evidence, int accepted, int repeated, int rejected, List<String> refused) {

    public static final Delivery NONE = new Delivery(0, 0, 0, 0, List.of());

    public Delivery {
        refused = List.copyOf(refused);
    }
}
