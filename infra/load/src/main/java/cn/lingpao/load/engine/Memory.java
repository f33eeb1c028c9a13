package cn.lingpao.load.engine;

import cn.lingpao.methodology.engine.Group;
import java.lang.ref.Reference;
import java.util.Arrays;

/** What a group holds on to, by the heap in use before and after several were made. */
final class Memory {

    private static final int ENOUGH_CELLS = 2_000_000;

    private Memory() {}

    static double perCell(Figures figures) {
        int cellsEach = figures.targets() * figures.points();
        Group[] groups = new Group[Math.max(1, ENOUGH_CELLS / cellsEach)];
        long before = used();
        Arrays.setAll(groups, each -> ScoreBenchmark.scored(figures));
        long after = used();
        Reference.reachabilityFence(groups);
        return (double) (after - before) / groups.length / cellsEach;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
