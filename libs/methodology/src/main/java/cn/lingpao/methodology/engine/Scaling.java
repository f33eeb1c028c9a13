package cn.lingpao.methodology.engine;

/**
 * y = clip((s·x − minus) ÷ divide) × times + plus, of x or of its logarithm; or divide ÷ x.
 *
 * @param why SCORED, or why nobody has a result
 * @param least what the quotient is clipped to; likewise {@code most}
 */
record Scaling(
        byte why,
        Form form,
        double sign,
        double minus,
        double divide,
        double least,
        double most,
        double times,
        double plus) {

    /** What is done before the clipping. */
    enum Form {
        LINEAR,
        LOGARITHMIC,
        RECIPROCAL
    }

    static Scaling linear(double sign, double minus, double divide, double times, double plus) {
        if (!Cell.isNumber(minus) || !Cell.isNumber(divide)) {
            return none(Undefined.TOO_LARGE);
        }
        return new Scaling(
                Cell.SCORED,
                Form.LINEAR,
                sign,
                minus,
                divide,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                times,
                plus);
    }

    static Scaling none(Undefined why) {
        return new Scaling(Cell.undefined(why), Form.LINEAR, 1, 0, 1, 0, 0, 1, 0);
    }

    Scaling clipped(double atLeast, double atMost) {
        return new Scaling(why, form, sign, minus, divide, atLeast, atMost, times, plus);
    }

    Scaling in(Form other) {
        return new Scaling(why, other, sign, minus, divide, least, most, times, plus);
    }

    /** Rows from {@code from} to before {@code to}, NaN where the source has none. */
    void apply(double[] source, double[] target, int from, int to) {
        if (form == Form.LINEAR && least == Double.NEGATIVE_INFINITY && most == Double.POSITIVE_INFINITY) {
            for (int row = from; row < to; row++) {
                target[row] = (sign * source[row] - minus) / divide * times + plus;
            }
        } else {
            for (int row = from; row < to; row++) {
                target[row] = clip(quotient(source[row])) * times + plus;
            }
        }
    }

    private double quotient(double x) {
        return switch (form) {
            case LINEAR -> (sign * x - minus) / divide;
            case LOGARITHMIC -> (sign * Math.log(x < 0 ? 0 : x) - minus) / divide;
            case RECIPROCAL -> x == divide ? 1 : divide / x;
        };
    }

    private double clip(double t) {
        if (t < least) {
            return least;
        }
        return t > most ? most : t;
    }
}
