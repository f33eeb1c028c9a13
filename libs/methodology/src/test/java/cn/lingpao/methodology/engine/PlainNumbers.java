package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.Normalisation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The formulas of the normalisations once more, over plain lists: slow and independent of the engine. */
final class PlainNumbers {

    private PlainNumbers() {}

    /** The score of v among its peers; empty when there is none. */
    static Optional<Double> normalised(
            Normalisation method, Direction direction, double v, List<Double> own, Optional<Double> reference) {
        double sign = direction == Direction.HIGHER ? 1 : -1;
        Normalisation.Frozen frozen = method.scope().frozen();
        List<Double> sorted = own.stream().sorted().toList();
        double lowest = stated(frozen.min(), sorted.isEmpty() ? Double.NaN : sorted.getFirst());
        double highest = stated(frozen.max(), sorted.isEmpty() ? Double.NaN : sorted.getLast());
        double min = sign > 0 ? lowest : -highest;
        double max = sign > 0 ? highest : -lowest;
        double x = sign * v;
        return switch (method) {
            case Normalisation.MinMax m -> {
                double low = bound(m.lowest(), sorted, false, lowest);
                double high = bound(m.highest(), sorted, true, highest);
                double range = low > high ? 0 : apart(low, high);
                double share = sign > 0 ? ratio(v - low, range) : ratio(high - v, range);
                double cut = m.truncate() ? Math.max(0, Math.min(1, share)) : share;
                yield number(cut * (m.to().doubleValue() - m.from().doubleValue())
                        + m.from().doubleValue());
            }
            case Normalisation.ZScore z -> {
                double mean = stated(
                        frozen.mean(),
                        sorted.stream().mapToDouble(d -> d).average().orElse(Double.NaN));
                boolean sample = z.deviation() == Normalisation.Deviation.SAMPLE;
                double squares = sorted.stream()
                        .mapToDouble(d -> (d - mean) * (d - mean))
                        .sum();
                boolean equal = sorted.isEmpty() || same(sorted.getFirst(), sorted.getLast());
                double sd = stated(
                        frozen.sd(), equal ? 0 : Math.sqrt(squares / (sample ? sorted.size() - 1 : sorted.size())));
                yield number(ratio(sign * (v - mean), sd) * z.sd().doubleValue()
                        + z.mean().doubleValue());
            }
            case Normalisation.Rank r ->
                number(rank(sorted, v, r.ties(), (r.first() == Normalisation.First.BEST) != (sign < 0)));
            case Normalisation.PercentileRank p -> {
                double rank = rank(sorted, v, p.ties(), sign < 0);
                yield number(
                        switch (p.among()) {
                            case ALL -> rank / sorted.size();
                            case MIDPOINTS -> (rank - 0.5) / sorted.size();
                            case OTHERS -> ratio(rank - 1, sorted.size() - 1);
                        });
            }
            case Normalisation.Borda b -> number(rank(sorted, v, b.ties(), sign < 0) - 1);
            case Normalisation.DistanceToMaximum d -> number(1 - ratio(max - x, apart(min, max)));
            case Normalisation.DistanceToReference d ->
                reference.flatMap(r -> number(cut(d.cap(), 1 - ratio(sign * r - x, apart(min, sign * r)))));
            case Normalisation.DistanceToTarget d -> {
                double target = sign * d.value().doubleValue();
                yield number(cut(d.cap(), 1 - ratio(target - x, apart(min, target))));
            }
            case Normalisation.FractionOfMaximum f -> number(ratio(x, max));
            case Normalisation.FractionOfBest f ->
                number(sign > 0 ? ratio(v, highest) : v == lowest ? 1 : ratio(lowest, v));
            case Normalisation.FractionOfReference f ->
                reference.flatMap(r -> number(sign > 0 ? ratio(v, r) : v == r ? 1 : ratio(r, v)));
            case Normalisation.FractionOfMean f -> {
                double mean = stated(
                        frozen.mean(),
                        sorted.stream().mapToDouble(d -> d).average().orElse(Double.NaN));
                yield number(sign > 0 ? ratio(v, mean) : v == mean ? 1 : ratio(mean, v));
            }
            case Normalisation.Power p -> number(sign * Math.pow(v, p.exponent().doubleValue()));
            case Normalisation.Exponential e -> number(sign * Math.exp(v));
            case Normalisation.NormalProbability p -> number(normal(sign * v));
            case Normalisation.Tiers t -> number(tier(t, v));
            case Normalisation.Goalposts g -> number(goalposts(g, sign, v));
            case Normalisation.Linear l ->
                number(sign
                                * (v - l.minus().doubleValue())
                                / l.divideBy().doubleValue()
                                * l.times().doubleValue()
                        + l.plus().doubleValue());
        };
    }

    /** Simpson's rule over the density. */
    private static double normal(double x) {
        double far = Math.max(-9, Math.min(9, x));
        int parts = 2000;
        double width = (far + 9) / parts;
        double sum = 0;
        for (int i = 0; i <= parts; i++) {
            double at = -9 + i * width;
            sum += (i == 0 || i == parts ? 1 : i % 2 == 1 ? 4 : 2) * Math.exp(-at * at / 2);
        }
        return sum * width / 3 / Math.sqrt(2 * Math.PI);
    }

    private static double tier(Normalisation.Tiers tiers, double v) {
        List<Normalisation.Tier> list = tiers.tiers();
        boolean lines = tiers.between() == Normalisation.Between.LINES;
        double score = lines ? list.getFirst().score().doubleValue() : 0;
        for (int i = 0; i < list.size(); i++) {
            double from = list.get(i).from().doubleValue();
            double here = list.get(i).score().doubleValue();
            if (v >= from) {
                boolean last = i + 1 == list.size();
                double next = last ? here : list.get(i + 1).score().doubleValue();
                double to = last ? from + 1 : list.get(i + 1).from().doubleValue();
                score = lines ? here + (next - here) * (v - from) / (to - from) : here;
            }
        }
        return score;
    }

    private static double goalposts(Normalisation.Goalposts g, double sign, double v) {
        boolean log = g.scale() == Normalisation.Scale.LOG;
        double low = g.low().doubleValue();
        double high = g.high().doubleValue();
        double inside = g.truncate() ? Math.max(low, Math.min(high, v)) : v;
        double share = log
                ? (Math.log(inside) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (inside - low) / (high - low);
        return (sign > 0 ? share : log ? -Double.NaN : 1 - share) * g.to().doubleValue();
    }

    private static double rank(List<Double> sorted, double v, Normalisation.Ties ties, boolean fromTop) {
        List<Integer> order =
                sorted.stream().map(d -> places(d).compareTo(places(v))).toList();
        long before = order.stream().filter(o -> fromTop ? o > 0 : o < 0).count();
        long equal = order.stream().filter(o -> o == 0).count();
        return switch (ties) {
            case MIN -> before + 1;
            case MAX -> before + equal;
            case AVERAGE -> before + (equal + 1) / 2.0;
        };
    }

    /** To the 9 places that scores are shown with. */
    private static BigDecimal places(double number) {
        return BigDecimal.valueOf(number).setScale(9, RoundingMode.HALF_UP);
    }

    private static double bound(Normalisation.Bound bound, List<Double> sorted, boolean top, double otherwise) {
        return switch (bound) {
            case null -> otherwise;
            case Normalisation.Fixed fixed -> fixed.value().doubleValue();
            case Normalisation.MeanOf m -> {
                int count = Math.min(m.count(), sorted.size());
                int from = top ? sorted.size() - count : 0;
                yield sorted.subList(from, from + count).stream()
                        .mapToDouble(d -> d)
                        .average()
                        .orElse(Double.NaN);
            }
            case Normalisation.Percentile p -> percentile(sorted, p.percent().doubleValue());
        };
    }

    static double percentile(List<Double> sorted, double percent) {
        double place = (sorted.size() - 1) * percent / 100;
        int below = (int) place;
        double next = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return sorted.get(below) * (1 - (place - below)) + next * (place - below);
    }

    private static double cut(boolean cap, double score) {
        return cap ? Math.min(1, score) : score;
    }

    /** As close as noise brings equal numbers. */
    private static boolean same(double one, double other) {
        return Math.abs(one - other) <= Math.max(1e-12, 1e-14 * Math.max(Math.abs(one), Math.abs(other)));
    }

    private static double apart(double low, double high) {
        return same(low, high) ? 0 : high - low;
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    private static double stated(BigDecimal stated, double otherwise) {
        return stated == null ? otherwise : stated.doubleValue();
    }

    private static Optional<Double> number(double number) {
        double clean = Math.abs(number) < 1e-12 ? 0 : number;
        return Double.isFinite(number) ? Optional.of(clean) : Optional.empty();
    }
}
