package cn.lingpao.methodology.uncertainty;

import cn.lingpao.methodology.engine.CompiledFramework;
import cn.lingpao.methodology.engine.Group;
import cn.lingpao.methodology.engine.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An assessment scored and ranked as it stands. */
final class Recorded {

    private static final int DIGITS = 9;

    final Assessment assessment;
    final CompiledFramework compiled;
    final Group group;
    final Standings standings;
    final List<String> targets;

    /** Canonical totals of the list, in billionths. */
    final long[] totals;

    /** Doubled; 0 without a total. */
    final long[] ranks;

    /** Best first, those without a rank last. */
    final int[] order;

    Recorded(Assessment assessment) {
        this.assessment = assessment;
        compiled = CompiledFramework.of(assessment.framework());
        group = assessment.group(compiled);
        standings = new Standings(assessment);
        targets = standings.targets;
        totals = targets.stream()
                .mapToLong(target -> GroupScorer.key(group.ranked(group.row(target))))
                .toArray();
        ranks = standings.ranks(totals);
        order = standings.order(ranks);
    }

    int[] parents() {
        int[] parents = new int[compiled.nodeCount()];
        for (int node = 0; node < parents.length; node++) {
            parents[node] = compiled.parent(node);
        }
        return parents;
    }

    /** The weights of the nodes; 0 for one that was excluded. */
    double[] weights() {
        double[] weights = new double[compiled.nodeCount()];
        for (int node = 0; node < weights.length; node++) {
            boolean gone = !group.targets().isEmpty() && group.state(node, 0) == State.EXCLUDED;
            weights[node] = gone ? 0 : compiled.weight(node);
        }
        return weights;
    }

    /** By matrix products where the framework allows it and no value is open, else by the engine. */
    Supplier<Scorer> scorers(boolean noisy, List<OpenValues.Cell> open) {
        Optional<LinearScorer.Shared> linear = open.isEmpty() ? Linear.of(this) : Optional.empty();
        return linear.<Supplier<Scorer>>map(shared -> () -> new LinearScorer(shared))
                .orElse(() -> new GroupScorer(this, noisy, open));
    }

    @Nullable
    BigDecimal total(int target) {
        return decimal(totals[target]);
    }

    @Nullable
    Double rank(int target) {
        return ranks[target] == 0 ? null : ranks[target] / 2.0;
    }

    /** The same targets assessed in another way, target by target. */
    WhatIf beside(Assessment other) {
        Recorded then = new Recorded(other);
        List<WhatIf.Shift> shifts = new ArrayList<>();
        for (int target : order) {
            shifts.add(new WhatIf.Shift(
                    targets.get(target), total(target), rank(target), then.total(target), then.rank(target)));
        }
        return WhatIf.of(shifts);
    }

    private static @Nullable BigDecimal decimal(long key) {
        if (key == Places.NONE) {
            return null;
        }
        BigDecimal plain = BigDecimal.valueOf(key, DIGITS).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
