package cn.lingpao.load.engine;

import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.framework.Framework;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up figures of a size, the same in every run: numbers with two decimals, some of them missing, and weights.
 *
 * @param values by point and target, NaN where there is none
 * @param draws of weights; 0 when the case is scored once
 */
record Figures(String name, double[][] values, double[] weights, int draws) {

    private static final long SEED = 20211115;

    /** A case by its name: {@code score-3000x200} with 5 % missing, {@code draws-51x49x1000} with none. */
    static Figures of(String name) {
        String[] parts = name.substring(name.indexOf('-') + 1).split("x", -1);
        int targets = Integer.parseInt(parts[0]);
        int points = Integer.parseInt(parts[1]);
        int draws = parts.length == 3 ? Integer.parseInt(parts[2]) : 0;
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] values = new double[points][targets];
        for (double[] column : values) {
            Arrays.setAll(column, target -> Math.round(random.nextDouble() * 100_000) / 100.0);
        }
        if (draws == 0) {
            for (double[] column : values) {
                Arrays.setAll(column, target -> random.nextInt(20) == 0 ? Double.NaN : column[target]);
            }
        }
        double[] weights = random.doubles(points, 1, 100).map(Math::rint).toArray();
        return new Figures(name, values, weights, draws);
    }

    int targets() {
        return values[0].length;
    }

    int points() {
        return values.length;
    }

    /** Measured leaves under the root; min-max to 0..100, or the number as it is when weights are drawn. */
    Framework framework() {
        StringBuilder document = new StringBuilder("""
                id: load
                version: "1"
                name: Load
                missing: exclude
                nodes:
                """);
        for (int point = 0; point < points(); point++) {
            document.append("  - {id: %s, name: %s, weight: %d, measure: {%s}}%n"
                    .formatted(
                            pointId(point),
                            pointId(point),
                            (long) weights[point],
                            draws > 0 ? "normalise: never" : "normalise: {method: min-max, from: 0, to: 100}"));
        }
        return Framework.parse(document.toString());
    }

    static String pointId(int point) {
        return "p" + point;
    }

    List<Member> roster() {
        List<Member> members = new ArrayList<>();
        for (int target = 0; target < targets(); target++) {
            members.add(new Member("t%06d".formatted(target), null));
        }
        return members;
    }
}
