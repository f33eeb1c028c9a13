package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Aggregation;
import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Normalisation;
import cn.lingpao.methodology.framework.Policy;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trees of measures once more, node by node and target by target, by recursion over maps: slow, plain and independent. It knows
 * normalisations of measures and nodes, directions, categories, aggregations, weights and policies; no treatment of numbers.
 */
record PlainMethod(cn.lingpao.methodology.framework.Framework framework, Map<String, Map<String, Answer>> cells) {

    /** A number, or the state in which there is none. */
    record Score(State state, double number) {
        static Score of(double number) {
            return new Score(State.SCORED, number);
        }

        boolean there() {
            return state == State.SCORED;
        }
    }

    /** The score of a node for every target. */
    Map<String, Score> of(Node node) {
        Map<String, Score> scores = new LinkedHashMap<>();
        if (node.measure().isPresent()) {
            Rule.Measure measure = node.measure().get();
            cells.keySet().forEach(target -> scores.put(target, collected(node.id(), target)));
            return measure.normalise().isEmpty() && measure.direction() == Direction.LOWER
                    ? turned(scores)
                    : normalised(scores, measure.normalise(), measure.direction());
        }
        Map<Node, Map<String, Score>> below = new LinkedHashMap<>();
        node.children()
                .forEach(child -> below.put(
                        child, normalised(of(child), node.composition().before(), Direction.HIGHER)));
        for (String target : cells.keySet()) {
            scores.put(target, together(node, below, target));
        }
        if (node.aggregation() == Aggregation.COPELAND) {
            scores.replaceAll((target, score) -> score.there() ? Score.of(copeland(scores, below, target)) : score);
        }
        return normalised(scores, node.finish().normalise(), Direction.HIGHER);
    }

    private Score collected(String id, String target) {
        Answer answer = cells.get(target).get(id);
        if (answer == null) {
            return new Score(State.MISSING, 0);
        }
        return switch (answer.value()) {
            case Value.Number number -> Score.of(number.number().doubleValue());
            case Value.Word word -> new Score(State.valueOf(word.name()), 0);
            case Value.Grade grade -> throw new AssertionError("is no number");
        };
    }

    private static Map<String, Score> turned(Map<String, Score> scores) {
        scores.replaceAll((target, score) -> score.there() ? Score.of(-score.number()) : score);
        return scores;
    }

    private Map<String, Score> normalised(Map<String, Score> scores, List<Normalisation> steps, Direction direction) {
        Map<String, Score> now = scores;
        Direction turn = direction;
        for (Normalisation step : steps) {
            Map<String, Score> next = new LinkedHashMap<>();
            for (String target : now.keySet()) {
                next.put(target, normalised(step, turn, now, target));
            }
            now = next;
            turn = Direction.HIGHER;
        }
        return now;
    }

    private Score normalised(Normalisation step, Direction direction, Map<String, Score> scores, String target) {
        Score score = scores.get(target);
        String within = step.scope().within();
        Optional<String> category = category(within, target);
        if (!score.there()) {
            return score;
        }
        if (within != null && category.isEmpty()) {
            return new Score(State.UNDEFINED, 0);
        }
        List<Double> peers = new ArrayList<>();
        scores.forEach((other, each) -> {
            if (each.there() && category(within, other).equals(category)) {
                peers.add(each.number());
            }
        });
        String referred = step instanceof Normalisation.DistanceToReference to
                ? to.targetId()
                : step instanceof Normalisation.FractionOfReference of ? of.targetId() : null;
        Optional<Double> reference = referred != null
                ? Optional.ofNullable(scores.get(referred)).filter(Score::there).map(Score::number)
                : Optional.empty();
        return PlainNumbers.normalised(step, direction, score.number(), peers, reference)
                .map(Score::of)
                .orElse(new Score(State.UNDEFINED, 0));
    }

    private Optional<String> category(String variable, String target) {
        return Optional.ofNullable(variable)
                .map(cells.get(target)::get)
                .map(Answer::value)
                .filter(Value.Grade.class::isInstance)
                .map(grade -> ((Value.Grade) grade).id());
    }

    private static Score together(Node node, Map<Node, Map<String, Score>> below, String target) {
        List<double[]> weighed = new ArrayList<>();
        State lack = State.NOT_APPLICABLE;
        boolean zero = false;
        boolean missing = false;
        double all = 0;
        for (var child : below.entrySet()) {
            Score score = child.getValue().get(target);
            double weight = child.getKey().weight().doubleValue();
            Policy policy = policy(child.getKey(), score.state());
            all += weight;
            zero |= policy == Policy.PARENT_ZERO;
            missing |= policy == Policy.PARENT_MISSING;
            if (score.there() || policy == Policy.ZERO) {
                weighed.add(new double[] {weight, score.there() ? score.number() : 0});
            }
            lack = score.there() || heavier(lack, score.state()) ? lack : score.state();
        }
        if (missing || weighed.isEmpty() && !zero) {
            return new Score(lack, 0);
        }
        if (zero) {
            return Score.of(0);
        }
        double score = put(node, weighed, all);
        return Double.isFinite(score) ? Score.of(score) : new Score(State.UNDEFINED, 0);
    }

    private static boolean heavier(State one, State other) {
        List<State> order = List.of(State.NOT_APPLICABLE, State.MISSING, State.UNDEFINED, State.UNDETERMINED);
        return order.indexOf(one) >= order.indexOf(other);
    }

    private static Policy policy(Node child, State state) {
        return switch (state) {
            case MISSING -> child.missing();
            case UNDETERMINED, UNDEFINED -> child.undetermined();
            default -> Policy.EXCLUDE;
        };
    }

    private static double put(Node node, List<double[]> weighed, double all) {
        double weights = weighed.stream().mapToDouble(w -> w[0]).sum();
        double least = weighed.stream().mapToDouble(w -> w[1]).min().orElseThrow();
        double p = node.composition().exponent() == null
                ? 1
                : node.composition().exponent().doubleValue();
        boolean zero = weighed.stream().anyMatch(w -> w[1] == 0);
        return switch (node.aggregation()) {
            case MEAN, COPELAND ->
                weighed.stream().mapToDouble(w -> w[0] * w[1]).sum() / weights;
            case SUM -> weighed.stream().mapToDouble(w -> w[0] * w[1]).sum() * all / weights;
            case PRODUCT -> {
                double product =
                        weighed.stream().mapToDouble(w -> Math.pow(w[1], w[0])).reduce(1, (a, b) -> a * b);
                yield weights == all ? product : Math.signum(product) * Math.pow(Math.abs(product), all / weights);
            }
            case MINIMUM -> least;
            case MAXIMUM -> weighed.stream().mapToDouble(w -> w[1]).max().orElseThrow();
            case GEOMETRIC -> least < 0 ? Double.NaN : zero ? 0 : product(weighed, weights);
            case HARMONIC ->
                least < 0
                        ? Double.NaN
                        : zero
                                ? 0
                                : weights
                                        / weighed.stream()
                                                .mapToDouble(w -> w[0] / w[1])
                                                .sum();
            case GENERALISED ->
                least < 0
                        ? Double.NaN
                        : zero && p < 0
                                ? 0
                                : Math.pow(
                                        weighed.stream()
                                                        .mapToDouble(w -> w[0] * Math.pow(w[1], p))
                                                        .sum()
                                                / weights,
                                        1 / p);
        };
    }

    private static double product(List<double[]> weighed, double weights) {
        return weighed.stream().mapToDouble(w -> Math.pow(w[1], w[0] / weights)).reduce(1, (a, b) -> a * b);
    }

    private static double copeland(Map<String, Score> scores, Map<Node, Map<String, Score>> below, String target) {
        double sum = 0;
        for (String other : scores.keySet()) {
            if (!other.equals(target) && scores.get(other).there()) {
                sum += outranking(below, target, other);
            }
        }
        return sum;
    }

    private static double outranking(Map<Node, Map<String, Score>> below, String target, String other) {
        double weights = 0;
        double better = 0;
        for (var child : below.entrySet()) {
            Optional<Double> one = counted(child.getKey(), child.getValue().get(target));
            Optional<Double> two = counted(child.getKey(), child.getValue().get(other));
            if (one.isPresent() && two.isPresent()) {
                double weight = child.getKey().weight().doubleValue();
                weights += weight;
                better += weight
                        * (Double.compare(Math.rint(one.get() * 1e9) + 0.0, Math.rint(two.get() * 1e9) + 0.0) + 1)
                        / 2.0;
            }
        }
        return weights == 0 ? 0 : better / weights;
    }

    private static Optional<Double> counted(Node child, Score score) {
        if (score.there()) {
            return Optional.of(score.number());
        }
        return policy(child, score.state()) == Policy.ZERO ? Optional.of(0.0) : Optional.empty();
    }
}
