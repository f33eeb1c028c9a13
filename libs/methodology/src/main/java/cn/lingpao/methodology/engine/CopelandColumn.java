package cn.lingpao.methodology.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The sum over all other rows of the share of the weights, among the children that both have, in which this row is better, ties
 * counting half (outranking as in OECD/JRC, Handbook on Composite Indicators, step 6).
 */
final class CopelandColumn extends WholeColumn {

    private final MeanColumn node;

    /** @param node says which rows are compared, and by which children and weights */
    CopelandColumn(MeanColumn node) {
        super(node);
        this.node = node;
        for (Child child : node.children) {
            reads(child.column());
        }
    }

    @Override
    List<Column> sources() {
        List<Column> sources = new ArrayList<>(super.sources());
        for (Child child : node.children) {
            sources.add(child.column());
        }
        return sources;
    }

    @Override
    void compute() {
        double[][] numbers = new double[rows()][];
        for (int row = 0; row < rows(); row++) {
            numbers[row] = source.state[row] == Cell.SCORED ? numbers(row) : new double[0];
        }
        for (int row = 0; row < rows(); row++) {
            if (source.state[row] == Cell.SCORED) {
                number(row, score(numbers, row));
            } else {
                copy(row, source);
            }
        }
    }

    private double[] numbers(int row) {
        double[] numbers = new double[node.children.length];
        for (int c = 0; c < numbers.length; c++) {
            Child child = node.children[c];
            boolean zero = child.column().state[row] != Cell.SCORED && child.counts(row);
            numbers[c] = zero ? 0 : Decimals.shown(child.column().value[row]);
        }
        return numbers;
    }

    private double score(double[][] numbers, int row) {
        double score = 0;
        for (int other = 0; other < numbers.length; other++) {
            if (other != row && numbers[other].length > 0) {
                score += outranking(numbers[row], numbers[other]);
            }
        }
        return score;
    }

    private double outranking(double[] one, double[] other) {
        double better = 0;
        double all = 0;
        for (int c = 0; c < one.length; c++) {
            if (one[c] == one[c] && other[c] == other[c]) {
                all += node.weight[c];
                better += one[c] > other[c] ? node.weight[c] : one[c] == other[c] ? node.weight[c] / 2 : 0;
            }
        }
        return all > 0 ? better / all : 0;
    }
}
