package cn.lingpao.methodology.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Sobol indices of the mean absolute rank shift and of chosen totals. */
final class SensitivityStudy {

    private final Recorded recorded;
    private final SensitivityPlan plan;
    private final List<OpenValues.Cell> open;
    private final double[] weights;
    private final int[][] families;
    private final List<Supplier<Scorer>> alternatives = new ArrayList<>();
    private final int[] looked;

    SensitivityStudy(Recorded recorded, SensitivityPlan plan) {
        this.recorded = recorded;
        this.plan = plan;
        open = OpenValues.of(recorded.assessment, plan.openValues(), Map.of());
        weights = recorded.weights();
        families = WeightDraws.families(recorded.parents(), weights);
        alternatives.add(recorded.scorers(true, open));
        plan.alternatives()
                .values()
                .forEach(framework ->
                        alternatives.add(new Recorded(recorded.assessment.with(framework)).scorers(true, open)));
        looked = plan.targets().stream().mapToInt(this::index).toArray();
    }

    private int index(String target) {
        int index = recorded.targets.indexOf(target);
        if (index < 0) {
            throw new IllegalArgumentException("there is no target " + target + " in the list");
        }
        return index;
    }

    Sensitivity run() {
        List<List<SobolIndex>> indices = new Sobol(factors(), 1 + looked.length, Evaluation::new)
                .indices(new Sobol.Design(plan.samples(), plan.seed(), plan.resamples(), plan.confidence()));
        Map<String, List<SobolIndex>> totals = new LinkedHashMap<>();
        for (int at = 0; at < looked.length; at++) {
            totals.put(plan.targets().get(at), indices.get(at + 1));
        }
        return new Sensitivity(plan.samples(), plan.seed(), indices.getFirst(), totals);
    }

    /** Weights first, then the choice among alternatives, then open values: the columns stand in this order. */
    private List<Sobol.Factor> factors() {
        List<Sobol.Factor> factors = new ArrayList<>();
        for (int[] family : families) {
            if (plan.grouping() == SensitivityPlan.Grouping.EACH) {
                Arrays.stream(family).forEach(node -> factors.add(new Sobol.Factor("weight of " + id(node), 1)));
            } else {
                String parent = id(recorded.compiled.parent(family[0]));
                factors.add(new Sobol.Factor("weights below " + parent, family.length));
            }
        }
        if (alternatives.size() > 1) {
            factors.add(new Sobol.Factor("normalisation", 1));
        }
        if (!open.isEmpty()) {
            factors.add(new Sobol.Factor("open values", open.size()));
        }
        return factors;
    }

    private String id(int node) {
        return recorded.compiled.nodeId(node);
    }

    /** One thread's evaluation of blocks of inputs. */
    private final class Evaluation implements Sobol.Function {

        private final List<Scorer> scorers =
                alternatives.stream().map(Supplier::get).toList();
        private final int size = recorded.targets.size();
        private final double[][] drawn =
                new WeightDraws(recorded.parents(), weights, new Noise.None()).block(Scorer.BLOCK);
        private final long[][] totals = new long[size][Scorer.BLOCK];
        private final long[][] other = new long[size][Scorer.BLOCK];
        private final long[][] keys = new long[size][Scorer.BLOCK];
        private final long[][] ranks = new long[size][Scorer.BLOCK];

        @Override
        public void at(double[][] inputs, int count, double[][] results) {
            int column = weigh(inputs, count);
            double[][] values = Arrays.copyOfRange(inputs, inputs.length - open.size(), inputs.length);
            scorers.getFirst().score(drawn, values, count, totals);
            for (int choice = 1; choice < scorers.size(); choice++) {
                scorers.get(choice).score(drawn, values, count, other);
                choose(inputs[column], choice, count);
            }
            for (int target = 0; target < size; target++) {
                recorded.standings.keys.of(totals[target], count, keys[target]);
            }
            recorded.standings.places.rank(keys, count, ranks);
            shifts(count, results[0]);
            for (int at = 0; at < looked.length; at++) {
                for (int row = 0; row < count; row++) {
                    long total = totals[looked[at]][row];
                    results[at + 1][row] = total == Places.NONE ? 0 : total / 1e9;
                }
            }
        }

        /** The first column behind those of the weights. */
        private int weigh(double[][] inputs, int count) {
            int column = 0;
            for (int[] family : families) {
                for (int node : family) {
                    double[] input = inputs[column++];
                    for (int row = 0; row < count; row++) {
                        drawn[node][row] = weights[node] * (1 + plan.amount() * (2 * input[row] - 1));
                    }
                }
            }
            return column;
        }

        private void choose(double[] input, int choice, int count) {
            for (int row = 0; row < count; row++) {
                if ((int) (input[row] * scorers.size()) == choice) {
                    for (int target = 0; target < size; target++) {
                        totals[target][row] = other[target][row];
                    }
                }
            }
        }

        private void shifts(int count, double[] means) {
            for (int row = 0; row < count; row++) {
                long sum = 0;
                int ranked = 0;
                for (int target = 0; target < size; target++) {
                    if (ranks[target][row] > 0 && recorded.ranks[target] > 0) {
                        sum += Math.abs(ranks[target][row] - recorded.ranks[target]);
                        ranked++;
                    }
                }
                means[row] = ranked == 0 ? 0 : sum / 2.0 / ranked;
            }
        }
    }
}
