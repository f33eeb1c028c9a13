package cn.lingpao.methodology.engine;

import static cn.lingpao.methodology.engine.Frameworks.nodeOf;
import static cn.lingpao.methodology.engine.Frameworks.number;
import static cn.lingpao.methodology.engine.Frameworks.of;
import static cn.lingpao.methodology.engine.Frameworks.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lingpao.methodology.framework.Framework;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three measures a, b, c with weights 1, 2, 3 under the root. */
class AggregationsTest {

    private static final String NODES = """
            - {id: a, name: A, weight: 1, measure: {}}
            - {id: b, name: B, weight: 2, measure: {}}
            - {id: c, name: C, weight: 3, measure: {}}
            """;

    /** Of 4, 9 and 25 (means with weights by numpy), without c, and with special numbers. */
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            mean | 4 9 25 | 16.166666667
            mean | 4 9 - | 7.333333333
            mean | -4 9 - | 4.666666667
            sum | 4 9 25 | 97
            sum | 4 9 - | 44
            geometric | 4 9 25 | 13.103706971
            geometric | 4 - - | 4
            geometric | 4 0 25 | 0
            geometric | 4 -1 25 | NEGATIVE
            geometric | 4 -1e-16 25 | 0
            geometric | 4 1e-16 25 | 0
            harmonic | 4 9 25 | 10.131332083
            harmonic | 0 9 25 | 0
            harmonic | 4 9 -5 | NEGATIVE
            product | 4 9 25 | 5062500
            product | -4 9 25 | -5062500
            product | 4 9 - | 104976
            product | 4 0 25 | 0
            {generalised: 0.5} | 4 9 25 | 14.694444444
            {generalised: -2} | 4 9 25 | 8.076107852
            {generalised: 1} | -4 9 25 | 14.833333333
            {generalised: 2} | -4 9 25 | NEGATIVE
            {generalised: 0.5} | 0 0 25 | 6.25
            {generalised: -2} | 4 0 25 | 0
            minimum | 4 9 25 | 4
            minimum | - 9 -25 | -25
            maximum | 4 9 25 | 25
            maximum | - - -1 | -1
            """)
    void scores_are_put_together(String aggregation, String numbers, String total) {
        Sheet sheet = sheet("aggregation: " + aggregation, numbers);
        Sheet.NodeScore root = sheet.nodes().getFirst();

        assertThat(
                        root.undefined() == null
                                ? String.valueOf(sheet.total())
                                : root.undefined().name())
                .isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({"4, 6", "-1e-16, 0", "-4, NEGATIVE"})
    void a_product_has_no_root_of_a_negative_number_and_noise_is_0(String number, String total) {
        Framework framework = of(
                "aggregation: product",
                "- {id: a, name: A, weight: 1/2, measure: {}}\n- {id: b, name: B, weight: 1, measure: {}}");
        Sheet sheet = Frameworks.sheet(framework, Map.of("a", Frameworks.number(number), "b", Frameworks.number("3")));
        Undefined why = sheet.nodes().getFirst().undefined();

        assertThat(why == null ? String.valueOf(sheet.total()) : why.name()).isEqualTo(total);
    }

    /** 0.1 + 0.2 and 0.3 + 0 are one score, whatever doubles make of them. */
    @ParameterizedTest
    @ValueSource(strings = {"{method: z-score}", "{method: min-max}", "{method: distance-to-maximum}"})
    void scores_that_differ_by_noise_are_equal(String method) {
        GroupResult result = ofNoise(method);

        assertThat(Frameworks.nodeOf(result.sheet("t0").orElseThrow(), "n").undefined())
                .isEqualTo(Undefined.ALL_EQUAL);
    }

    @ParameterizedTest
    @CsvSource({"rank, 1", "borda, 0", "percentile-rank, 0"})
    void scores_that_differ_by_noise_have_one_rank(String method, BigDecimal place) {
        GroupResult result = ofNoise("{method: " + method + ", ties: min}");

        for (String target : List.of("t0", "t1")) {
            assertThat(Frameworks.nodeOf(result.sheet(target).orElseThrow(), "n")
                            .score())
                    .isEqualByComparingTo(place);
        }
    }

    private static GroupResult ofNoise(String method) {
        Framework framework = of("", """
                - id: n
                  name: N
                  weight: 1
                  aggregation: sum
                  normalise: [%s]
                  nodes:
                  - {id: a, name: A, weight: 1, measure: {}}
                  - {id: b, name: B, weight: 1, measure: {}}
                """.formatted(method));
        return Frameworks.score(
                framework,
                Map.of(
                        "t0", Map.of("a", Frameworks.number("0.1"), "b", Frameworks.number("0.2")),
                        "t1", Map.of("a", Frameworks.number("0.3"), "b", Frameworks.number("0"))));
    }

    /** a, b, c: t0 (1, 5, 2), t1 (2, 5, 1), t2 (3, 1, 3); weights 1, 2, 3 of 6. */
    @Test
    void copeland_sums_the_shares_of_weight_in_which_a_target_is_better() {
        Framework framework = of("aggregation: copeland", NODES);
        GroupResult result = score(framework, rows("1 5 2", "2 5 1", "3 1 3"));

        // t0 over t1: b tied 1, c 3 of 6; over t2: b 2. t1 over t0: a 1, b tied 1; over t2: b 2. t2: a 1, c 3, twice.
        assertThat(result.sheets())
                .extracting(sheet -> sheet.total().toPlainString())
                .containsExactly("1", "0.666666667", "1.333333333");
    }

    @Test
    void copeland_compares_what_both_have() {
        Framework framework = of("aggregation: copeland", NODES);
        GroupResult result = score(framework, rows("1 5 -", "2 - 1", "- - -"));

        assertThat(result.sheets())
                .extracting(sheet -> String.valueOf(sheet.total()))
                .containsExactly("0", "1", "null");
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            atLeast: 2/3 | 4 9 - | 7.333333333
            atLeast: 2/3 | 4 - - | MISSING
            atLeast: {count: 3, of: leaves} | 4 9 - | MISSING
            before: {method: linear, times: 10} | 4 - - | 40
            clamp: {min: 0} | -4 - - | 0
            clamp: {max: 3} | 4 9 - | 3
            normalise: {method: linear, divideBy: 2} | 4 - - | 2
            round: {digits: 1, mode: down} | 4 9 - | 7.3
            normalise: {method: linear, divideBy: 3}\\nclamp: {max: 2.5}\\nround: {digits: 0} | 4 9 25 | 3
            missing: parent-missing | 4 9 - | MISSING
            missing: parent-zero | 4 9 - | 0
            missing: zero | 4 9 - | 3.666666667
            missing: carry-forward\\ncarryForward: {campaign: c} | 4 9 - | 7.333333333
            """)
    void a_node_finishes_its_score(String top, String numbers, String expected) {
        Sheet sheet = sheet(top.replace("\\n", "\n"), numbers);
        Sheet.NodeScore root = sheet.nodes().getFirst();

        assertThat(root.score() == null ? root.state().name() : root.score().toPlainString())
                .isEqualTo(expected);
    }

    @Test
    void a_child_enters_with_what_its_parent_makes_of_it_and_keeps_its_score() {
        Sheet sheet = sheet("before: {method: linear, times: 10}", "4 9 -");

        assertThat(nodeOf(sheet, "b").score()).isEqualByComparingTo("9");
        assertThat(nodeOf(sheet, "b").entry()).isEqualByComparingTo("90");
        assertThat(nodeOf(sheet, "c").entry()).isNull();
    }

    @Test
    void a_score_is_normalised_over_the_group() {
        GroupResult result = score(of("normalise: min-max", NODES), rows("1 1 1", "2 2 2", "5 5 5", "- - -"));

        assertThat(result.sheets())
                .extracting(sheet -> String.valueOf(sheet.total()))
                .containsExactly("0", "25", "100", "null");
    }

    @Test
    void a_figure_is_made_of_the_total_and_ranked() {
        Framework framework = of(
                "figures: [{id: scaled, name: S, of: f, normalise: min-max, round: {digits: 0}, rank: {method: dense}}]",
                NODES);
        GroupResult result = score(framework, rows("1 1 1", "1.001 1.001 1.001", "5 5 5"));

        assertThat(result.sheets())
                .extracting(sheet -> sheet.figures().getFirst().score().toPlainString())
                .containsExactly("0", "0", "100");
        assertThat(result.rank("scaled", "t1"))
                .hasValueSatisfying(rank -> assertThat(rank).isEqualByComparingTo("2"));
        assertThat(result.rank("t1"))
                .hasValueSatisfying(rank -> assertThat(rank).isEqualByComparingTo("2"));
        assertThat(result.rank("a", "t0"))
                .hasValueSatisfying(rank -> assertThat(rank).isEqualByComparingTo("3"));
    }

    @Test
    void a_number_that_must_be_there_is_asked_for_by_name() {
        Framework framework = of("missing: forbid", NODES);

        assertThatThrownBy(() -> score(framework, rows("1 1 1", "2 - 2")))
                .hasMessage("the framework forbids that there is no number for t1: b");
    }

    @Nested
    class An_override {

        private final Framework framework = of(
                "overrides: [{target: t0, node: inner, score: 7, reason: court, author: us, at: 2021-09-30}]",
                "- {id: inner, name: I, round: {digits: 0}, nodes: [{id: a, name: A, measure: {}}]}\n- {id: b, name: B, measure: {}}");

        @Test
        void replaces_the_score_of_one_target_before_it_goes_up() {
            GroupResult result = score(
                    framework,
                    Map.of(
                            "t0",
                            Map.of("a", number("1.4"), "b", number("1")),
                            "t1",
                            Map.of("a", number("1.4"), "b", number("1"))));

            assertThat(result.sheet("t0").orElseThrow().total()).isEqualByComparingTo("4");
            assertThat(result.sheet("t1").orElseThrow().total()).isEqualByComparingTo("1");
            Sheet.NodeScore inner = nodeOf(result.sheet("t0").orElseThrow(), "inner");
            assertThat(inner.steps()).singleElement().satisfies(step -> {
                assertThat(step.kind()).isEqualTo(Step.Kind.OVERRIDDEN);
                assertThat(step.before()).isEqualByComparingTo("1.4");
            });
        }

        @Test
        void gives_a_score_where_there_was_none() {
            GroupResult result = score(framework, Map.of("t0", Map.of()));

            assertThat(result.sheet("t0").orElseThrow().total()).isEqualByComparingTo("7");
        }
    }

    @Test
    void answers_are_carried_forward_from_the_campaign_that_the_framework_names() {
        Framework framework = of("missing: carry-forward\ncarryForward: {campaign: before}", NODES);
        Basis before = new Basis(Map.of("before", Map.of("t0", Map.of("b", number("9")))));
        GroupResult result = Engine.score(
                CompiledFramework.of(framework),
                List.of(new Member("t0", null)),
                Map.of("t0", Map.of("a", number("3"))),
                Map.of(),
                before);
        Sheet sheet = result.sheet("t0").orElseThrow();

        assertThat(sheet.total()).isEqualByComparingTo("7");
        assertThat(sheet.points()).extracting(Sheet.PointScore::carried).containsExactly(false, true, false);
    }

    @Test
    void other_weights_need_no_other_framework() {
        Framework framework = of("", NODES);
        Group group = Group.of(CompiledFramework.of(framework), List.of(new Member("t0", null)));
        group.setAll(rows("4 9 25"));
        group.refresh();
        group.weights(new double[] {1, 1, 1, 2});
        group.refresh();

        assertThat(group.total(0)).isEqualTo(15.75);
    }

    private static Sheet sheet(String top, String numbers) {
        return score(of(top, NODES), rows(numbers)).sheet("t0").orElseThrow();
    }

    private static Map<String, Map<String, Answer>> rows(String... rows) {
        Map<String, Map<String, Answer>> cells = new TreeMap<>();
        for (int t = 0; t < rows.length; t++) {
            String[] numbers = rows[t].split(" ");
            Map<String, Answer> row = new HashMap<>();
            for (int i = 0; i < numbers.length; i++) {
                if (!numbers[i].equals("-")) {
                    row.put(String.valueOf((char) ('a' + i)), number(numbers[i]));
                }
            }
            cells.put("t" + t, row);
        }
        return cells;
    }
}
