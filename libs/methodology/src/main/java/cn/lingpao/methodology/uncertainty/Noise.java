package cn.lingpao.methodology.uncertainty;

/** How the weights of siblings are drawn; an only child and a weight of 0 stay as they are. */
public sealed interface Noise {

    /** The weights as they are. */
    record None() implements Noise {}

    /** Each weight × (1 + u), u uniform between −amount and +amount; amount from 0 to 1. */
    record Relative(double amount) implements Noise {
        public Relative {
            if (!(amount >= 0 && amount <= 1)) {
                throw new IllegalArgumentException("the amount is a share from 0 to 1, not " + amount);
            }
        }
    }

    /**
     * The shares of siblings from a Dirichlet distribution around the weights given: the greater the concentration, the
     * nearer. The sum of the siblings' weights stays.
     */
    record Dirichlet(double concentration) implements Noise {
        public Dirichlet {
            if (!(concentration > 0 && concentration < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the concentration is a number above 0, not " + concentration);
            }
        }
    }
}
