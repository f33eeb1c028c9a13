package cn.lingpao.load.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH benchmarks of a case. */
final class Benchmarks {

    static final String FULL = "full";
    static final String CHANGE = "change";

    private Benchmarks() {}

    /** Seconds of every iteration, by benchmark. */
    static Map<String, List<Double>> run(Figures figures) throws RunnerException {
        return run(options(figures).forks(2).warmupIterations(4).measurementIterations(4), 1000);
    }

    static Map<String, List<Double>> run(ChainedOptionsBuilder options, int milliseconds) throws RunnerException {
        TimeValue round = TimeValue.milliseconds(milliseconds);
        Collection<RunResult> results =
                new Runner(options.warmupTime(round).measurementTime(round).build()).run();
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (RunResult result : results) {
            String benchmark = result.getParams().getBenchmark();
            seconds.put(benchmark.substring(benchmark.lastIndexOf('.') + 1), iterations(result));
        }
        return seconds;
    }

    static ChainedOptionsBuilder options(Figures figures) {
        Class<?> benchmark = figures.draws() == 0 ? ScoreBenchmark.class : DrawsBenchmark.class;
        return new OptionsBuilder()
                .include(benchmark.getName())
                .param("figures", figures.name())
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-Xmx2g", "--sun-misc-unsafe-memory-access=allow");
    }

    private static List<Double> iterations(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList();
    }
}
