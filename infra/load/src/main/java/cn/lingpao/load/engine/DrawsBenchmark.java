package cn.lingpao.load.engine;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.framework.Value;
import cn.lingpao.methodology.uncertainty.Assessment;
import cn.lingpao.methodology.uncertainty.Plan;
import cn.lingpao.methodology.uncertainty.RankingUncertainty;
import cn.lingpao.methodology.uncertainty.TargetUncertainty;
import cn.lingpao.methodology.uncertainty.Uncertainty;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Draws weights, ranks every time, and makes intervals, means and neighbours of the ranks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DrawsBenchmark {

    @Param("draws-51x49x1000")
    public String figures = "";

    private @Nullable Uncertainty uncertainty;
    private Plan plan = Plan.of(1);

    @Setup
    public void score() {
        Figures made = Figures.of(figures);
        uncertainty = uncertainty(made);
        plan = Plan.of(made.draws());
    }

    @Benchmark
    public RankingUncertainty full() {
        return Objects.requireNonNull(uncertainty).draws(plan);
    }

    static List<TargetUncertainty> targets(Figures figures) {
        return uncertainty(figures).draws(Plan.of(figures.draws())).targets();
    }

    private static Uncertainty uncertainty(Figures figures) {
        Map<String, Map<String, Answer>> answers = new HashMap<>();
        for (int target = 0; target < figures.targets(); target++) {
            Map<String, Answer> own = new HashMap<>();
            for (int point = 0; point < figures.points(); point++) {
                double value = figures.values()[point][target];
                own.put(Figures.pointId(point), Answer.of(Value.number(BigDecimal.valueOf(value))));
            }
            answers.put(figures.roster().get(target).targetId(), own);
        }
        return new Uncertainty(Assessment.of(figures.framework(), figures.roster(), answers));
    }
}
