package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Value;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The cells of a group, row by row: targets by id, check points in the framework's order. */
final class Matrix {

    final CompiledFramework framework;
    final List<String> targets;
    final Map<String, Integer> row = new HashMap<>();

    /** The answer of each cell, null where there is none. */
    final @Nullable Answer[] answers;

    /** The state of each cell. */
    final State[] states;

    /** The share of the points earned, where the state is SCORED. */
    final double[] shares;

    /** The row that sets each benchmark, -1 where nobody does or the check point is no benchmark. */
    final int[] best;

    Matrix(CompiledFramework framework, Collection<Member> roster, Map<String, Map<String, Answer>> cells) {
        this.framework = framework;
        targets = sorted(roster);
        for (int t = 0; t < targets.size(); t++) {
            row.put(targets.get(t), t);
        }
        int size = targets.size() * width();
        answers = new Answer[size];
        states = new State[size];
        shares = new double[size];
        best = new int[width()];
        place(cells);
        judge();
        Arrays.fill(best, -1);
        benchmarks();
    }

    int width() {
        return framework.points.size();
    }

    private static List<String> sorted(Collection<Member> roster) {
        TreeSet<String> ids = new TreeSet<>();
        for (Member member : roster) {
            if (!ids.add(member.targetId())) {
                throw new IllegalArgumentException(member.targetId() + " is twice in the roster");
            }
        }
        return List.copyOf(ids);
    }

    private void place(Map<String, Map<String, Answer>> cells) {
        for (int t = 0; t < targets.size(); t++) {
            for (var cell : cells.getOrDefault(targets.get(t), Map.of()).entrySet()) {
                Answer answer = cell.getValue();
                framework.framework.accepts(cell.getKey(), answer.value()).ifPresent(refuse(targets.get(t), answer));
                answers[t * width() + framework.pointIndex(cell.getKey())] = answer;
            }
        }
    }

    private static Consumer<String> refuse(String targetId, Answer answer) {
        return reason -> {
            throw new IllegalArgumentException(targetId + ": " + reason + ", not " + answer.value());
        };
    }

    private void judge() {
        for (int cell = 0; cell < answers.length; cell++) {
            int point = cell % width();
            Answer answer = answers[cell];
            states[cell] = framework.dropped[framework.leafOf[point]] ? State.EXCLUDED : state(answer);
            if (states[cell] == State.SCORED && answer != null) {
                shares[cell] = Shares.of(framework.rule[point], answer.value());
            }
        }
    }

    private static State state(@Nullable Answer answer) {
        if (answer == null) {
            return State.MISSING;
        }
        if (answer.value() == Value.UNDETERMINED) {
            return State.UNDETERMINED;
        }
        return answer.value() == Value.NOT_APPLICABLE ? State.NOT_APPLICABLE : State.SCORED;
    }

    private void benchmarks() {
        for (int point = 0; point < width(); point++) {
            if (framework.rule[point] instanceof Rule.Benchmark benchmark) {
                best[point] = best(point, benchmark.direction());
                rebase(point, benchmark.direction());
            }
        }
    }

    private int best(int point, Direction direction) {
        int found = -1;
        for (int t = 0; t < targets.size(); t++) {
            int cell = t * width() + point;
            if (states[cell] == State.SCORED
                    && (found < 0 || Shares.better(direction, shares[cell], shares[found * width() + point]))) {
                found = t;
            }
        }
        return found;
    }

    private void rebase(int point, Direction direction) {
        double base = best[point] < 0 ? 0 : shares[best[point] * width() + point];
        for (int cell = point; cell < shares.length; cell += width()) {
            if (states[cell] == State.SCORED) {
                shares[cell] = Shares.against(direction, base, shares[cell]);
            }
        }
    }
}
