package cn.lingpao.load.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found, each beside what it has to be. */
final class Ratios {

    private final List<String> lines = new ArrayList<>();
    private boolean sound = true;

    /** A rate as a multiple of a reference of the same run. */
    void atLeast(String name, double ratio, double wanted) {
        lines.add(String.format(
                Locale.ROOT,
                "%-60s %6.2f  (at least %.1f: %s)",
                name,
                ratio,
                wanted,
                ratio >= wanted ? "holds" : "MISSED"));
    }

    /** What must not grow. */
    void atMost(String name, double ratio, double wanted) {
        lines.add(String.format(
                Locale.ROOT,
                "%-60s %6.2f  (at most %.1f: %s)",
                name,
                ratio,
                wanted,
                ratio <= wanted ? "holds" : "MISSED"));
    }

    /** What is right or wrong, and makes the whole run fail when it is wrong. */
    void fact(String name, boolean holds) {
        lines.add(String.format(Locale.ROOT, "%-60s %s", name, holds ? "holds" : "WRONG"));
        sound &= holds;
    }

    void missing(String name, String reason) {
        lines.add(String.format(Locale.ROOT, "%-60s not measured: %s", name, reason));
    }

    boolean isSound() {
        return sound;
    }

    void print() {
        lines.forEach(System.out::println);
    }
}
