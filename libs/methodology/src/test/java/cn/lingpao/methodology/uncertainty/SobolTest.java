package cn.lingpao.methodology.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SobolTest {

    private static final List<Sobol.Factor> THREE =
            List.of(new Sobol.Factor("x1", 1), new Sobol.Factor("x2", 1), new Sobol.Factor("x3", 1));

    private static final Sobol.Design DESIGN = new Sobol.Design(1 << 15, 42, 200, 0.95);

    @Test
    void the_indices_of_the_ishigami_function_are_the_known_ones() {
        List<SobolIndex> indices =
                new Sobol(THREE, 1, () -> SobolTest::ishigami).indices(DESIGN).getFirst();

        double a = 7;
        double b = 0.1;
        double pi4 = Math.pow(Math.PI, 4);
        double variance = a * a / 8 + b * pi4 / 5 + b * b * pi4 * pi4 / 18 + 0.5;
        double first1 = 0.5 * Math.pow(1 + b * pi4 / 5, 2) / variance;
        double first2 = a * a / 8 / variance;
        double both = b * b * pi4 * pi4 * (1.0 / 18 - 1.0 / 50) / variance;
        expect(indices.get(0), first1, first1 + both);
        expect(indices.get(1), first2, first2);
        expect(indices.get(2), 0, both);
    }

    @Test
    void a_group_of_inputs_is_one_factor() {
        List<SobolIndex> indices = new Sobol(
                        List.of(new Sobol.Factor("x1 and x2", 2), new Sobol.Factor("x3", 1)), 1, () -> SobolTest::sum)
                .indices(DESIGN)
                .getFirst();

        expect(indices.get(0), 13.0 / 14, 13.0 / 14);
        expect(indices.get(1), 1.0 / 14, 1.0 / 14);
    }

    @Test
    void the_same_seed_gives_the_same_indices() {
        Sobol sobol = new Sobol(THREE, 1, () -> SobolTest::ishigami);
        Sobol.Design small = new Sobol.Design(1000, 7, 50, 0.95);

        assertThat(sobol.indices(small)).isEqualTo(sobol.indices(small));
    }

    @Test
    void an_output_that_does_not_vary_has_no_indices() {
        Sobol constant = new Sobol(THREE, 1, () -> (inputs, count, results) -> results[0][0] = 0);

        assertThat(constant.indices(new Sobol.Design(100, 7, 50, 0.95)).getFirst())
                .isEmpty();
    }

    private static void expect(SobolIndex index, double first, double total) {
        assertThat(index.first().value()).as(index.factor()).isCloseTo(first, within(0.02));
        assertThat(index.total().value()).as(index.factor()).isCloseTo(total, within(0.02));
        assertThat(index.first().low()).isLessThan(index.first().value());
        assertThat(index.first().high()).isGreaterThan(index.first().value());
    }

    private static void ishigami(double[][] inputs, int count, double[][] results) {
        for (int row = 0; row < count; row++) {
            double x1 = Math.PI * (2 * inputs[0][row] - 1);
            double x2 = Math.PI * (2 * inputs[1][row] - 1);
            double x3 = Math.PI * (2 * inputs[2][row] - 1);
            results[0][row] = Math.sin(x1) + 7 * Math.pow(Math.sin(x2), 2) + 0.1 * Math.pow(x3, 4) * Math.sin(x1);
        }
    }

    /** 3 x1 + 2 x2 + x3. */
    private static void sum(double[][] inputs, int count, double[][] results) {
        for (int row = 0; row < count; row++) {
            results[0][row] = 3 * inputs[0][row] + 2 * inputs[1][row] + inputs[2][row];
        }
    }
}
