package cn.lingpao.load.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.RunnerException;

class EngineLoadTest {

    @TempDir
    static Path folder;

    @Test
    void the_benchmarks_run() throws RunnerException {
        assertThat(run("score-40x6")).containsOnlyKeys(Benchmarks.FULL, Benchmarks.CHANGE);
        assertThat(run("draws-7x5x100")).containsOnlyKeys(Benchmarks.FULL);
    }

    private static Map<String, List<Double>> run(String figures) throws RunnerException {
        return Benchmarks.run(
                Benchmarks.options(Figures.of(figures))
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1),
                50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"score-60x9", "draws-9x6x500"})
    void the_engine_and_numpy_agree(String figures) throws IOException {
        Numpy numpy = new Numpy(folder, Path.of("reference/engine.py"));
        try {
            numpy.version();
        } catch (IOException missing) {
            abort("numpy is missing");
        }
        numpy.write(Figures.of(figures));
        numpy.compute(Figures.of(figures));

        assertThat(Agreement.check(Figures.of(figures), numpy)).isNotEmpty();
    }

    @Test
    void figures_are_the_same_in_every_run() {
        double[][] values = Figures.of("score-40x6").values();
        assertThat(Arrays.deepEquals(values, Figures.of("score-40x6").values())).isTrue();
        assertThat(Memory.perCell(Figures.of("score-300x20"))).isPositive();
    }
}
