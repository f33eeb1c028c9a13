package cn.lingpao.methodology.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Sobol's sensitivity indices by Saltelli's sampling and Jansen's estimators (Saltelli and others, Computer Physics
 * Communications 181, 2010, table 2 (c) and (f)), with percentile bootstrap intervals. The same seed gives the same
 * indices, whatever the number of threads.
 */
final class Sobol {

    private static final int BLOCK = 128;

    private final List<Factor> factors;
    private final int outputs;
    private final Supplier<Function> functions;
    private final int columns;

    /** Independent inputs, each uniform between 0 and 1, that are looked at as one. */
    record Factor(String id, int columns) {}

    /** What is looked at, for a block of inputs at once; used by one thread. */
    interface Function {

        /**
         * @param inputs by column and row
         * @param results by output and row
         */
        void at(double[][] inputs, int count, double[][] results);
    }

    /** @param samples rows of each of the two matrices; the function is computed samples × (factors + 2) times */
    record Design(int samples, long seed, int resamples, double confidence) {}

    Sobol(List<Factor> factors, int outputs, Supplier<Function> functions) {
        this.factors = List.copyOf(factors);
        this.outputs = outputs;
        this.functions = functions;
        columns = factors.stream().mapToInt(Factor::columns).sum();
    }

    /** The indices of every factor, by output; none for an output that does not vary. */
    List<List<SobolIndex>> indices(Design design) {
        int blocks = (design.samples() + BLOCK - 1) / BLOCK;
        SplittableRandom random = new SplittableRandom(design.seed());
        SplittableRandom[] randoms = new SplittableRandom[blocks];
        Arrays.setAll(randoms, block -> random.split());
        double[][][] results = new double[outputs][factors.size() + 2][design.samples()];
        IntStream.range(0, blocks).parallel().forEach(block -> sample(randoms[block], block * BLOCK, results));
        long bootstrap = random.nextLong();
        List<List<SobolIndex>> indices = new ArrayList<>();
        for (double[][] result : results) {
            indices.add(new JansenEstimates(result, bootstrap, design).indices(factors));
        }
        return indices;
    }

    private void sample(SplittableRandom random, int from, double[][][] results) {
        int count = Math.min(BLOCK, results[0][0].length - from);
        double[][] a = uniform(random);
        double[][] b = uniform(random);
        Function function = functions.get();
        double[][] found = new double[outputs][BLOCK];
        int column = 0;
        for (int matrix = 0; matrix < factors.size() + 2; matrix++) {
            double[][] inputs = matrix == 0 ? a : matrix == 1 ? b : a.clone();
            if (matrix > 1) {
                int width = factors.get(matrix - 2).columns();
                System.arraycopy(b, column, inputs, column, width);
                column += width;
            }
            function.at(inputs, count, found);
            for (int output = 0; output < outputs; output++) {
                System.arraycopy(found[output], 0, results[output][matrix], from, count);
            }
        }
    }

    private double[][] uniform(SplittableRandom random) {
        double[][] matrix = new double[columns][BLOCK];
        for (double[] column : matrix) {
            Arrays.setAll(column, row -> random.nextDouble());
        }
        return matrix;
    }
}
