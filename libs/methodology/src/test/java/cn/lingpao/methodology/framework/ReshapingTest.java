package cn.lingpao.methodology.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReshapingTest {

    private static final Framework FRAMEWORK = Framework.parse("""
            id: ruler
            version: "1"
            name: Ruler
            nodes:
              - id: a
                name: A
                weight: 60
                nodes:
                  - {id: a1, name: A1, measure: {normalise: min-max}}
                  - {id: a2, name: A2, measure: {normalise: never}}
              - id: b
                name: B
                weight: 40
                checkPoints: [{id: b.x, text: X, rule: checklist, points: 100}]
            """);

    @Test
    void some_weights_are_others_and_the_rest_stay() {
        Framework other = FRAMEWORK.withWeights(Map.of("a", BigDecimal.TEN));

        assertThat(weight(other, "a")).isEqualByComparingTo("10");
        assertThat(weight(other, "b")).isEqualByComparingTo("40");
        assertThat(weight(FRAMEWORK, "a")).isEqualByComparingTo("60");
        assertThat(other.checkPoints()).hasSameSizeAs(FRAMEWORK.checkPoints());
    }

    @Test
    void weights_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FRAMEWORK.withWeights(Map.of("c", BigDecimal.ONE)))
                .withMessageContaining("no node c");
        assertThatIllegalArgumentException().isThrownBy(() -> FRAMEWORK.withWeights(Map.of("ruler", BigDecimal.ONE)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FRAMEWORK.withWeights(Map.of("a", BigDecimal.valueOf(-1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FRAMEWORK.withWeights(Map.of("a", BigDecimal.ZERO, "b", BigDecimal.ZERO)));
    }

    @Test
    void a_node_is_left_out() {
        Framework other = FRAMEWORK.without("a1");

        assertThat(other.node("a1").orElseThrow().exclusion()).isNotNull();
        assertThat(other.node("a2").orElseThrow().exclusion()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> FRAMEWORK.without("a3"));
    }

    @Test
    void a_measure_that_is_not_normalised_stays_so() {
        Normalisation borda = new Normalisation.Borda(Normalisation.Ties.MIN, Normalisation.GROUP);
        Framework other = FRAMEWORK.withNormalisation(List.of(borda));

        assertThat(steps(other, "a1")).containsExactly(borda);
        assertThat(steps(other, "a2")).isEmpty();
    }

    @Test
    void a_number_that_is_only_reshaped_is_not_normalised_in_another_way() {
        Framework framework = Framework.parse("id: f\nversion: 1\nname: F\nnodes:\n"
                + "  - {id: loss, name: L, measure: {normalise: {method: linear, minus: 1, divideBy: -1}}}\n"
                + "  - {id: life, name: L, measure: {normalise: {method: goalposts, low: 20, high: 85}}}\n");
        Normalisation borda = new Normalisation.Borda(Normalisation.Ties.MIN, Normalisation.GROUP);
        Framework other = framework.withNormalisation(List.of(borda));

        assertThat(steps(other, "loss")).isEqualTo(steps(framework, "loss"));
        assertThat(steps(other, "life")).containsExactly(borda);
    }

    private static BigDecimal weight(Framework framework, String node) {
        return framework.node(node).orElseThrow().weight();
    }

    private static List<Normalisation> steps(Framework framework, String leaf) {
        return framework.node(leaf).flatMap(Node::measure).orElseThrow().normalise();
    }
}
