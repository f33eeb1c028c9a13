package cn.lingpao.load.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs every case by numpy and by the engine in turn, after both gave the same figures, and prints the ratios.
 *
 * <p>Arguments: a folder for the figures, then cases; none means all.
 */
public final class EngineLoad {

    static final List<String> CASES =
            List.of("score-3000x200", "score-45000x200", "draws-51x49x1000", "draws-64x47x10000");

    private EngineLoad() {}

    public static void main(String[] arguments) throws IOException, RunnerException {
        Numpy numpy = new Numpy(
                Path.of(arguments[0]), Path.of(System.getProperty("load.reference", "infra/load/reference/engine.py")));
        List<String> cases = arguments.length == 1 ? CASES : List.of(arguments).subList(1, arguments.length);
        System.out.printf(
                "Java %s, %s, %d processors%n",
                System.getProperty("java.version"),
                numpy.version(),
                Runtime.getRuntime().availableProcessors());
        for (String name : cases) {
            Figures figures = Figures.of(name);
            numpy.write(figures);
            numpy.compute(figures);
            System.out.printf("%n%s%n", name);
            Agreement.check(figures, numpy).forEach(line -> System.out.println("  agrees: " + line));
            measure(figures, numpy);
        }
    }

    private static void measure(Figures figures, Numpy numpy) throws IOException, RunnerException {
        Map<String, List<Double>> before = numpy.time(figures);
        Map<String, List<Double>> ours = Benchmarks.run(figures);
        Map<String, List<Double>> after = numpy.time(figures);
        before.forEach((way, rounds) -> rounds.addAll(after.get(way)));
        double reference = before.entrySet().stream()
                .peek(way -> print("numpy " + way.getKey(), way.getValue()))
                .map(way -> median(way.getValue()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        ours.forEach((way, rounds) -> print("engine " + way, rounds));
        double full = median(ours.get(Benchmarks.FULL));
        System.out.printf("  => numpy's fastest way takes %.2f times as long as the engine%n", reference / full);
        List<Double> change = ours.get(Benchmarks.CHANGE);
        if (change != null) {
            System.out.printf(
                    "  => a full computation takes %.0f times as long as one change%n", full / median(change));
            System.out.printf("  => a group at rest holds %.1f bytes per target and point%n", Memory.perCell(figures));
        }
    }

    private static void print(String way, List<Double> rounds) {
        System.out.printf(
                "  %-40s median %12.3f us   best %12.3f us%n",
                way,
                median(rounds) * 1e6,
                rounds.stream().min(Comparator.naturalOrder()).orElseThrow() * 1e6);
    }

    private static double median(List<Double> rounds) {
        double[] sorted =
                rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(sorted)
                .skip((sorted.length - 1) / 2)
                .limit(2 - sorted.length % 2)
                .average()
                .orElseThrow();
    }
}
