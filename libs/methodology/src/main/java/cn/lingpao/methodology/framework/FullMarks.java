package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The most that a tree can yield, where there is such a bound. */
final class FullMarks {

    private static final int DIGITS = 9;

    private FullMarks() {}

    /** A child's weight beside the most that it yields. */
    private record Part(double weight, double most) {}

    /** The stated figure, or what the tree yields; both must agree when both are there. Null when neither is. */
    static @Nullable BigDecimal check(Optional<Element> stated, Node root) {
        Optional<BigDecimal> bound = finished(root).map(FullMarks::plain);
        Optional<BigDecimal> said = stated.flatMap(Element::number);
        if (bound.isPresent() && said.isPresent() && said.get().compareTo(bound.get()) != 0) {
            stated.get()
                    .fault(
                            "full-marks",
                            "the tree yields %s at the most, not %s: correct the points, the weights or this"
                                    .formatted(
                                            bound.get().toPlainString(),
                                            plain(said.get()).toPlainString()));
        }
        return bound.or(() -> said).orElse(null);
    }

    /** Empty when there is no bound. */
    private static Optional<BigDecimal> finished(Node node) {
        Optional<BigDecimal> most = node.isLeaf() ? leaf(node) : inner(node);
        most = Bounds.after(node.finish().normalise(), most);
        Clamp clamp = node.finish().clamp();
        if (clamp != null && clamp.max() != null) {
            return Optional.of(most.map(clamp.max()::min).orElse(clamp.max()));
        }
        return most;
    }

    private static Optional<BigDecimal> leaf(Node leaf) {
        if (leaf.measure().isPresent()) {
            return Bounds.after(leaf.measure().get().normalise(), Optional.empty());
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (CheckPoint point : leaf.checkPoints()) {
            boolean unbounded = point.rule() instanceof Rule.Benchmark benchmark && !benchmark.cap()
                    || point.rule() instanceof Rule.Ratio ratio && !ratio.cap();
            if (unbounded && !point.bonus()) {
                return Optional.empty();
            }
            if (!point.bonus() && point.exclusion() == null) {
                sum = sum.add(point.points().max(BigDecimal.ZERO));
            }
        }
        return Optional.of(sum);
    }

    private static Optional<BigDecimal> inner(Node node) {
        List<Part> parts = new ArrayList<>();
        for (Node child : node.children()) {
            if (child.exclusion() == null && hasAny(child)) {
                Optional<BigDecimal> most = Bounds.after(node.composition().before(), finished(child));
                if (most.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(new Part(child.weight().doubleValue(), most.get().doubleValue()));
            }
        }
        double weights = parts.stream().mapToDouble(Part::weight).sum();
        if (node.aggregation() == Aggregation.COPELAND || node.aggregation() == Aggregation.PRODUCT) {
            return Optional.empty();
        }
        return weights == 0 ? Optional.empty() : exact(node, parts);
    }

    private static boolean hasAny(Node node) {
        return node.exclusion() == null
                && (node.isLeaf() || node.children().stream().anyMatch(FullMarks::hasAny));
    }

    /** None where the mean has no result for the most that the children yield, as of a negative number. */
    private static Optional<BigDecimal> exact(Node node, List<Part> parts) {
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (Part part : parts) {
            BigDecimal weight = BigDecimal.valueOf(part.weight);
            weights = weights.add(weight);
            sum = sum.add(weight.multiply(BigDecimal.valueOf(part.most)));
        }
        return switch (node.aggregation()) {
            case SUM -> Optional.of(sum);
            case MEAN -> Optional.of(sum.divide(weights, MathContext.DECIMAL128));
            case GEOMETRIC, HARMONIC, PRODUCT, GENERALISED, MINIMUM, MAXIMUM, COPELAND ->
                finite(Means.of(
                        node.composition(),
                        parts.stream().mapToDouble(Part::weight).toArray(),
                        parts.stream().mapToDouble(Part::most).toArray()));
        };
    }

    private static Optional<BigDecimal> finite(double mean) {
        return Double.isFinite(mean) ? Optional.of(BigDecimal.valueOf(mean)) : Optional.empty();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal canonical = number.setScale(DIGITS, RoundingMode.HALF_UP);
        return canonical.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(canonical.stripTrailingZeros().toPlainString());
    }
}
