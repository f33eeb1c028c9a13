package cn.lingpao.methodology.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static final int TARGETS = 3_000;
    private static final int MEASURES = 100;

    private static final CompiledFramework FRAMEWORK = CompiledFramework.of(Framework.parse(IntStream.range(0, MEASURES)
            .mapToObj(measure -> "  - {id: m%d, name: M, measure: {normalise: min-max}}%n".formatted(measure))
            .collect(Collectors.joining("", "id: wide\nversion: \"1\"\nname: Wide\nnodes:\n", ""))));

    private static final List<Member> ROSTER = IntStream.range(0, TARGETS)
            .mapToObj(target -> new Member("t%04d".formatted(target), null))
            .toList();

    private static final int[] INPUTS = IntStream.range(0, MEASURES).toArray();

    private static double[][] columns(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[MEASURES][TARGETS];
        for (double[] column : columns) {
            for (int row = 0; row < TARGETS; row++) {
                column[row] = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(1000);
            }
        }
        return columns;
    }

    private static Group answered(double[][] columns) {
        Group group = Group.of(FRAMEWORK, ROSTER);
        for (int input = 0; input < MEASURES; input++) {
            for (int row = 0; row < TARGETS; row++) {
                double number = columns[input][row];
                group.set(
                        row, input, Double.isNaN(number) ? null : Answer.of(Value.number(BigDecimal.valueOf(number))));
            }
        }
        group.refresh();
        return group;
    }

    private static double[] totalsAndRanks(Group group) {
        return IntStream.range(0, TARGETS)
                .boxed()
                .flatMapToDouble(row -> DoubleStream.of(group.total(row), group.rank(row)))
                .toArray();
    }

    @Test
    void columns_by_several_threads_give_what_single_answers_give() {
        Group group = Group.of(FRAMEWORK, ROSTER);
        for (long seed = 1; seed <= 2; seed++) {
            group.columns(INPUTS, columns(seed));
            group.refresh();

            assertThat(totalsAndRanks(group)).containsExactly(totalsAndRanks(answered(columns(seed))));
        }
    }

    @Test
    void a_column_and_single_answers_to_it_go_together() {
        double[][] columns = columns(3);
        Group group = Group.of(FRAMEWORK, ROSTER);
        group.columns(INPUTS, columns);
        group.refresh();
        columns[5][70] = 500;
        columns[6][71] = Double.NaN;
        group.set(70, 5, Answer.of(Value.number(BigDecimal.valueOf(500))));
        group.set(71, 6, null);
        group.refresh();

        assertThat(totalsAndRanks(group)).containsExactly(totalsAndRanks(answered(columns)));
        assertThat(totalsAndRanks(group.copy())).containsExactly(totalsAndRanks(group));
    }

    @Test
    void columns_that_do_not_fit_are_refused() {
        Group group = Group.of(FRAMEWORK, ROSTER);
        double[] infinite = new double[TARGETS];
        infinite[7] = Double.NEGATIVE_INFINITY;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> group.column(0, infinite))
                .withMessageContaining("m0 takes finite numbers");
        assertThatIllegalArgumentException().isThrownBy(() -> group.column(0, new double[3]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> group.columns(new int[] {0, 0}, new double[][] {infinite, infinite}));
    }
}
