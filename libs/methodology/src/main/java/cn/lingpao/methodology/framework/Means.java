package cn.lingpao.methodology.framework;

/** The aggregations that are neither a sum nor an arithmetic mean, of numbers that are not negative. */
final class Means {

    private Means() {}

    static double of(Composition composition, double[] weights, double[] values) {
        double all = 0;
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double exponent =
                composition.exponent() == null ? 1 : composition.exponent().doubleValue();
        for (int i = 0; i < values.length; i++) {
            if (weights[i] == 0) {
                continue;
            }
            all += weights[i];
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
            sum += weights[i]
                    * switch (composition.aggregation()) {
                        case GEOMETRIC -> Math.log(values[i]);
                        case HARMONIC -> 1 / values[i];
                        case GENERALISED -> Math.pow(values[i], exponent);
                        case MEAN, SUM, PRODUCT, MINIMUM, MAXIMUM, COPELAND -> values[i];
                    };
        }
        return switch (composition.aggregation()) {
            case GEOMETRIC -> Math.exp(sum / all);
            case HARMONIC -> all / sum;
            case GENERALISED -> Math.pow(sum / all, 1 / exponent);
            case MINIMUM -> least;
            case MAXIMUM -> most;
            case MEAN, SUM, PRODUCT, COPELAND -> sum;
        };
    }
}
