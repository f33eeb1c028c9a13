package cn.lingpao.methodology.uncertainty;

/** Scores a group under blocks of drawn weights and values; used by one thread. */
interface Scorer {

    /** The draws of a block at the most. */
    int BLOCK = 128;

    /**
     * Fills the canonical totals, in billionths; {@link Places#NONE} where there is none.
     *
     * @param weights by node and draw
     * @param open a number between 0 and 1 by open value and draw, which says what the value is
     * @param totals by target and draw
     */
    void score(double[][] weights, double[][] open, int count, long[][] totals);
}
