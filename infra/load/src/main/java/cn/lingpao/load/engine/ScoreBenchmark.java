package cn.lingpao.load.engine;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.CompiledFramework;
import cn.lingpao.methodology.engine.Group;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Scores and ranks a group from columns of numbers; and one changed value of it, with the exact rank of its target. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ScoreBenchmark {

    private static final int CHANGES = 1 << 12;

    @Param("score-3000x200")
    public String figures = "";

    private @Nullable Loaded loaded;

    /** A group, and what happens to it. */
    private static final class Loaded {

        private final Group group;
        private final int[] inputs;
        private final double[][] columns;
        private final double[][] others;
        private final double[] ranks;
        private final int[] rows;
        private final int[] points;
        private final Answer[] answers;
        private int next;
        private boolean turn;

        /** Two sets of figures of which every number differs, so that nothing of one computation serves the next. */
        Loaded(Figures figures) {
            group = scored(figures);
            columns = figures.values();
            others = Arrays.stream(columns)
                    .map(column ->
                            Arrays.stream(column).map(value -> value + 0.5).toArray())
                    .toArray(double[][]::new);
            CompiledFramework framework = CompiledFramework.of(figures.framework());
            inputs = IntStream.range(0, columns.length)
                    .map(point -> framework.inputIndex(Figures.pointId(point)))
                    .toArray();
            ranks = new double[figures.targets()];
            SplittableRandom random = new SplittableRandom(7);
            rows = random.ints(CHANGES, 0, figures.targets()).toArray();
            points = random.ints(CHANGES, 0, figures.points()).toArray();
            answers = random.doubles(CHANGES, 100, 900)
                    .mapToObj(value -> Answer.of(Value.number(BigDecimal.valueOf(Math.rint(value)))))
                    .toArray(Answer[]::new);
        }

        double[] full() {
            turn = !turn;
            group.columns(inputs, turn ? others : columns);
            group.refresh();
            for (int row = 0; row < ranks.length; row++) {
                ranks[row] = group.rank(row);
            }
            return ranks;
        }

        double change() {
            next = next + 1 & CHANGES - 1;
            group.set(rows[next], inputs[points[next]], answers[next]);
            group.refresh();
            return group.rank(rows[next]);
        }
    }

    @Setup
    public void load() {
        loaded = new Loaded(Figures.of(figures));
    }

    @Benchmark
    public double[] full() {
        return Objects.requireNonNull(loaded).full();
    }

    /** Numbers between the smallest and the largest of their column. */
    @Benchmark
    public double change() {
        return Objects.requireNonNull(loaded).change();
    }

    /** A group with all its figures, computed. */
    static Group scored(Figures figures) {
        CompiledFramework framework = CompiledFramework.of(figures.framework());
        Group group = Group.of(framework, figures.roster());
        for (int point = 0; point < figures.points(); point++) {
            group.column(framework.inputIndex(Figures.pointId(point)), figures.values()[point]);
        }
        group.refresh();
        return group;
    }
}
