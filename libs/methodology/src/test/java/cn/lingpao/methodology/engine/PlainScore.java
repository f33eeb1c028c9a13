package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Policy;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** A second computation of a mean framework's scores, by recursion in exact decimals: slow, plain and independent. */
record PlainScore(RandomGroup group) {

    private static final MathContext EXACT = new MathContext(60);

    /** The score of a node; empty when it has none. */
    Optional<BigDecimal> of(Node node, String target) {
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (CheckPoint point : node.checkPoints()) {
            Optional<BigDecimal> share = share(point, target);
            if (share.isPresent() || countsAsZero(point, target)) {
                weights = weights.add(point.points());
                sum = sum.add(point.points().multiply(share.orElse(BigDecimal.ZERO)));
            }
        }
        if (node.isLeaf()) {
            BigDecimal hundred = BigDecimal.valueOf(100);
            return weights.signum() == 0
                    ? Optional.empty()
                    : Optional.of(sum.multiply(hundred).divide(weights, EXACT));
        }
        for (Node child : node.children()) {
            Optional<BigDecimal> score = of(child, target);
            if (score.isPresent()) {
                weights = weights.add(child.weight());
                sum = sum.add(child.weight().multiply(score.get()));
            }
        }
        return weights.signum() == 0 ? Optional.empty() : Optional.of(sum.divide(weights, EXACT));
    }

    private boolean countsAsZero(CheckPoint point, String target) {
        Optional<Value> value = value(point, target);
        Policy policy = value.isEmpty() ? point.missing() : point.undetermined();
        return policy == Policy.ZERO
                && value.filter(Predicate.isEqual(Value.NOT_APPLICABLE)).isEmpty();
    }

    private Optional<Value> value(CheckPoint point, String target) {
        return Optional.ofNullable(group.cells().get(target).get(point.id())).map(Answer::value);
    }

    private Optional<BigDecimal> share(CheckPoint point, String target) {
        return value(point, target).flatMap(value -> switch (value) {
            case Value.Word word ->
                switch (word) {
                    case MET -> Optional.of(BigDecimal.ONE);
                    case NOT_MET -> Optional.of(BigDecimal.ZERO);
                    case NOT_APPLICABLE, UNDETERMINED -> Optional.empty();
                };
            case Value.Grade grade ->
                Optional.of(((Rule.Graded) point.rule()).grades().get(grade.id()));
            case Value.Number measured -> Optional.of(share(point, measured.number()));
        });
    }

    private BigDecimal share(CheckPoint point, BigDecimal number) {
        return switch (point.rule()) {
            case Rule.Ratio ratio ->
                number.divide(ratio.of(), EXACT).max(BigDecimal.ZERO).min(BigDecimal.ONE);
            case Rule.Tiers tiers ->
                tiers.tiers().stream()
                        .filter(tier -> number.compareTo(tier.from()) >= 0)
                        .map(Rule.Tier::share)
                        .reduce(BigDecimal.ZERO, (below, here) -> here);
            case Rule.Benchmark benchmark -> against(benchmark, point, number);
            case Rule.Checklist checklist -> throw new AssertionError("takes no number");
            case Rule.Graded graded -> throw new AssertionError("takes no number");
            case Rule.Count count -> throw new AssertionError("not in a random group");
            case Rule.Given given -> throw new AssertionError("not in a random group");
            case Rule.Measure measure -> throw new AssertionError("not in a random group");
        };
    }

    private BigDecimal against(Rule.Benchmark benchmark, CheckPoint point, BigDecimal number) {
        boolean higher = benchmark.direction() == Direction.HIGHER;
        Comparator<BigDecimal> better = higher ? Comparator.naturalOrder() : Comparator.reverseOrder();
        BigDecimal best = group.roster().stream()
                .flatMap(member -> value(point, member.targetId()).stream())
                .filter(Value.Number.class::isInstance)
                .map(value -> ((Value.Number) value).number())
                .max(better)
                .orElseThrow();
        if (number.compareTo(best) == 0) {
            return higher && best.signum() == 0 ? BigDecimal.ZERO : BigDecimal.ONE;
        }
        return higher ? number.divide(best, EXACT) : best.divide(number, EXACT);
    }
}
