package cn.lingpao.methodology.engine;

import static cn.lingpao.methodology.engine.Frameworks.answer;
import static cn.lingpao.methodology.engine.Frameworks.nodeOf;
import static cn.lingpao.methodology.engine.Frameworks.number;
import static cn.lingpao.methodology.engine.Frameworks.of;
import static cn.lingpao.methodology.engine.Frameworks.pointOf;
import static cn.lingpao.methodology.engine.Frameworks.score;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {

    /** Of 3, 7, 7, 10 and 23; the irrational ones by numpy. */
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            higher | min-max | 0 20 20 35 100
            lower | min-max | 100 80 80 65 0
            higher | {method: min-max, from: 1, to: 5} | 1 1.8 1.8 2.4 5
            higher | {method: min-max, lowest: 7, highest: 11, truncate: true} | 0 0 0 75 100
            lower | {method: min-max, lowest: 7, highest: 11, truncate: true} | 100 100 100 25 0
            higher | {method: min-max, lowest: {percentile: 25}, highest: {percentile: 75}} | -133.333333333 0 0 100 533.333333333
            higher | {method: min-max, parameters: {min: 0, max: 50}} | 6 14 14 20 46
            lower | {method: min-max, parameters: {min: 0, max: 50}} | 94 86 86 80 54
            higher | {method: min-max, parameters: {max: 43}} | 0 10 10 17.5 50
            higher | z-score | -0.911322377 -0.390566733 -0.390566733 0 1.692455843
            lower | z-score | 0.911322377 0.390566733 0.390566733 0 -1.692455843
            higher | {method: z-score, deviation: population, mean: 50, sd: 10} | 39.81110608 45.633331177 45.633331177 50 68.922231567
            higher | {method: z-score, parameters: {mean: 8, sd: 5}} | -1 -0.2 -0.2 0.4 3
            lower | {method: z-score, parameters: {mean: 8, sd: 5}} | 1 0.2 0.2 -0.4 -3
            higher | rank | 1 2 2 4 5
            lower | rank | 5 3 3 2 1
            higher | {method: rank, ties: average, first: best} | 5 3.5 3.5 2 1
            lower | {method: rank, ties: max, first: best} | 1 3 3 4 5
            higher | percentile-rank | 0 0.25 0.25 0.75 1
            higher | {method: percentile-rank, among: midpoints, ties: average} | 0.1 0.4 0.4 0.7 0.9
            higher | {method: percentile-rank, among: all, ties: average} | 0.2 0.5 0.5 0.8 1
            lower | borda | 4 2 2 1 0
            higher | distance-to-maximum | 0 0.2 0.2 0.35 1
            lower | distance-to-maximum | 1 0.8 0.8 0.65 0
            higher | {method: distance-to-reference, target: d} | 0 0.571428571 0.571428571 1 2.857142857
            higher | {method: distance-to-reference, target: d, cap: true} | 0 0.571428571 0.571428571 1 1
            lower | {method: distance-to-reference, target: d} | 1.538461538 1.230769231 1.230769231 1 0
            higher | {method: distance-to-target, value: 13, cap: true} | 0 0.4 0.4 0.7 1
            lower | {method: distance-to-target, value: 13} | 2 1.6 1.6 1.3 0
            higher | {method: fraction-of-maximum, parameters: {max: 10}} | 0.3 0.7 0.7 1 2.3
            lower | fraction-of-maximum | 1 2.333333333 2.333333333 3.333333333 7.666666667
            higher | {method: fraction-of-best, parameters: {max: 20}} | 0.15 0.35 0.35 0.5 1.15
            lower | fraction-of-best | 1 0.428571429 0.428571429 0.3 0.130434783
            higher | {method: fraction-of-reference, target: b} | 0.428571429 1 1 1.428571429 3.285714286
            lower | {method: fraction-of-reference, target: b} | 2.333333333 1 1 0.7 0.304347826
            higher | fraction-of-mean | 0.3 0.7 0.7 1 2.3
            lower | {method: fraction-of-mean, parameters: {mean: 21}} | 7 3 3 2.1 0.913043478
            higher | {method: min-max, lowest: {meanOf: 3}, highest: {meanOf: 2}, truncate: true} | 0 12.307692308 12.307692308 40 100
            higher | {method: min-max, lowest: {meanOf: 99}, highest: 20} | -70 -30 -30 0 130
            higher | {method: power, exponent: 0.5} | 1.732050808 2.645751311 2.645751311 3.16227766 4.795831523
            lower | {method: power, exponent: -1} | -0.333333333 -0.142857143 -0.142857143 -0.1 -0.043478261
            higher | [z-score, normal-probability] | 0.18106277 0.34805876 0.34805876 0.5 0.954720454
            lower | [{method: linear, minus: 10, divideBy: 10}, exponential] | 2.013752707 1.349858808 1.349858808 1 0.272531793
            lower | {method: tiers, tiers: [{from: 10, score: 60}, {from: 7, score: 90}]} | 0 90 90 60 60
            higher | {method: tiers, between: lines, tiers: [{from: 5, score: 0}, {from: 10, score: 50}, {from: 15, score: 100}]} | 0 20 20 50 100
            higher | {method: goalposts, low: 5, high: 15, to: 10} | 0 2 2 5 10
            lower | {method: goalposts, low: 5, high: 15, to: 10} | 10 8 8 5 0
            higher | {method: goalposts, low: 5, high: 15, truncate: false} | -0.2 0.2 0.2 0.5 1.8
            higher | {method: goalposts, low: 1, high: 100, scale: log} | 0.238560627 0.42254902 0.42254902 0.5 0.680863918
            higher | {method: linear, minus: 3, divideBy: 2, times: 10, plus: 1} | 1 21 21 36 101
            lower | {method: linear, minus: 3, divideBy: 2, times: 10, plus: 1} | 1 -19 -19 -34 -99
            lower | [z-score, {method: linear, times: 10, plus: 50}] | 59.113223769 53.905667329 53.905667329 50 33.075441572
            higher | [rank, min-max] | 0 25 25 75 100
            """)
    void numbers_become_comparable(String direction, String normalise, String scores) {
        assertThat(scores("{direction: %s, normalise: %s}".formatted(direction, normalise), "3", "7", "7", "10", "23"))
                .isEqualTo(scores);
    }

    /** Of 3, 7, 7, 10 and 23 where nothing else is said; logarithms by numpy. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {} | 3 7 7 10 23
            {direction: lower} | -3 -7 -7 -10 -23
            {log: natural} | 1.098612289 1.945910149 1.945910149 2.302585093 3.135494216
            {log: {method: decimal, plus: 7}} | 1 1.146128036 1.146128036 1.230448921 1.477121255
            {log: shifted} | 0 1.609437912 1.609437912 2.079441542 3.044522438
            {log: coin} | -1.609437912 1.435084525 1.435084525 1.974081026 3.005682604
            {log: gii} | 0 1.686398954 1.686398954 2.163323026 3.135494216
            {winsorise: {most: 5, skewness: 1, kurtosis: 1}} | 3 7 7 10 10
            {winsorise: {most: 5, skewness: 9, kurtosis: 1}} | 3 7 7 10 23
            {winsorise: {percentiles: {low: 25, high: 75}}} | 7 7 7 10 10
            {winsorise: {most: 1, skewness: 1, kurtosis: 1}, log: {method: coin, when: still-skewed}} | 3 7 7 10 10
            """)
    void numbers_are_treated(String measure, String scores) {
        assertThat(scores(measure, "3", "7", "7", "10", "23")).isEqualTo(scores);
    }

    @Test
    void a_logarithm_that_winsorising_could_not_spare_is_taken_of_the_original_numbers() {
        String limits = "winsorise: {most: 1, skewness: 0.001, kurtosis: -9}, ";

        assertThat(scores("{" + limits + "log: {method: coin, when: still-skewed}}", "3", "7", "7", "10", "23"))
                .isEqualTo("-1.609437912 1.435084525 1.435084525 1.974081026 3.005682604");
        assertThat(scores(
                        "{" + limits + "log: {method: shifted, when: still-skewed, on: winsorised}}",
                        "3",
                        "7",
                        "7",
                        "10",
                        "23"))
                .isEqualTo("0 1.609437912 1.609437912 2.079441542 2.079441542");
    }

    @Nested
    class A_denominator {

        private final Framework framework =
                of("variables: [{id: people}]", "- {id: m, name: M, measure: {denominate: {by: people, times: 1000}}}");

        @Test
        void divides() {
            assertThat(m("50", "200").score()).isEqualByComparingTo("250");
        }

        @Test
        void of_zero_has_no_result_and_says_why() {
            assertThat(m("50", "0").state()).isEqualTo(State.UNDEFINED);
            assertThat(m("50", "0").undefined()).isEqualTo(Undefined.DENOMINATOR_ZERO);
        }

        @Test
        void that_is_missing_is_as_if_the_number_were_missing() {
            Sheet sheet = score(framework, Map.of("t", Map.of("m", number("50"))))
                    .sheet("t")
                    .orElseThrow();

            assertThat(nodeOf(sheet, "m").state()).isEqualTo(State.MISSING);
        }

        private Sheet.NodeScore m(String number, String people) {
            return nodeOf(
                    score(framework, Map.of("t", Map.of("m", number(number), "people", number(people))))
                            .sheet("t")
                            .orElseThrow(),
                    "m");
        }
    }

    @ParameterizedTest
    @CsvSource({"mean, 5", "median, 4", "7.5, 7.5"})
    void a_missing_number_is_imputed(String with, String number) {
        GroupResult result = scored("{impute: %s}".formatted(with), "2", "4", "9", "");
        Sheet sheet = result.sheet("d").orElseThrow();

        assertThat(nodeOf(sheet, "m").score()).isEqualByComparingTo(number);
        assertThat(pointOf(sheet, "m").steps()).singleElement().satisfies(step -> assertThat(step.kind())
                .isEqualTo(Step.Kind.IMPUTED));
        assertThat(pointOf(result.sheet("a").orElseThrow(), "m").steps()).isEmpty();
    }

    @Test
    void a_category_imputes_from_its_own_and_not_where_it_has_none() {
        Framework framework = of(
                "variables: [{id: region, type: category}]",
                "- {id: m, name: M, measure: {impute: {with: mean, within: region}}}");
        GroupResult result = score(
                framework,
                Map.of(
                        "a", Map.of("m", number("2"), "region", answer(Value.grade("east"))),
                        "b", Map.of("region", answer(Value.grade("east"))),
                        "c", Map.of("region", answer(Value.grade("west"))),
                        "d", Map.of()));

        assertThat(totals(result)).isEqualTo("2 2 - -");
    }

    @Test
    void an_undetermined_number_is_not_imputed() {
        Framework framework = of("", "- {id: m, name: M, measure: {impute: mean}}");
        GroupResult result =
                score(framework, Map.of("a", Map.of("m", number("2")), "b", Map.of("m", answer(Value.UNDETERMINED))));

        assertThat(nodeOf(result.sheet("b").orElseThrow(), "m").state()).isEqualTo(State.UNDETERMINED);
    }

    @Test
    void a_target_with_too_little_data_is_screened_out_before_the_group_is_looked_at() {
        Framework framework = of("screen: {atLeast: 0.5}", """
                - {id: m, name: M, measure: {normalise: min-max}}
                - {id: n, name: N, measure: {}}
                - {id: o, name: O, measure: {}}
                """);
        Map<String, Answer> all = Map.of("m", number("0"), "n", number("1"), "o", number("1"));
        GroupResult result = score(
                framework,
                Map.of("a", all, "b", Map.of("m", number("10"), "n", number("1")), "c", Map.of("m", number("1000"))));

        assertThat(nodeOf(result.sheet("b").orElseThrow(), "m").score()).isEqualByComparingTo("100");
        assertThat(result.sheet("c").orElseThrow().nodes())
                .allSatisfy(node -> assertThat(node.state()).isEqualTo(State.SCREENED));
        assertThat(result.sheet("c").orElseThrow().total()).isNull();
        assertThat(result.rank("c")).isEmpty();
    }

    @Test
    void parameters_are_those_of_the_category() {
        Framework framework = of(
                "variables: [{id: region, type: category}]",
                "- {id: m, name: M, measure: {normalise: {method: min-max, within: region}}}");
        Map<String, Map<String, Answer>> cells = new TreeMap<>();
        List<String> rows = List.of("a 0 x", "b 10 x", "c 100 y", "d 200 y", "e 150 y", "f 5 -");
        rows.stream().map(row -> row.split(" ")).forEach(row -> {
            Map<String, Answer> answers = new HashMap<>(Map.of("m", number(row[1])));
            if (!row[2].equals("-")) {
                answers.put("region", answer(Value.grade(row[2])));
            }
            cells.put(row[0], answers);
        });
        GroupResult result = score(framework, cells);

        assertThat(totals(result)).isEqualTo("0 100 0 100 50 -");
        assertThat(nodeOf(result.sheet("f").orElseThrow(), "m").undefined()).isEqualTo(Undefined.NO_CATEGORY);
    }

    @Test
    void parameters_are_those_of_another_campaign() {
        Framework framework =
                of("", "- {id: m, name: M, measure: {normalise: {method: min-max, parameters: {campaign: before}}}}");
        List<Member> roster = List.of(new Member("a", null), new Member("b", null));
        Map<String, Map<String, Answer>> cells = Map.of("a", Map.of("m", number("30")), "b", Map.of("m", number("5")));
        Basis before =
                new Basis(Map.of("before", Map.of("x", Map.of("m", number("0")), "y", Map.of("m", number("20")))));
        CompiledFramework compiled = CompiledFramework.of(framework);

        assertThat(totals(Engine.score(compiled, roster, cells, Map.of(), before)))
                .isEqualTo("150 25");
        GroupResult without = Engine.score(compiled, roster, cells, Map.of());
        assertThat(nodeOf(without.sheet("a").orElseThrow(), "m").undefined()).isEqualTo(Undefined.NO_CAMPAIGN);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "min-max, 4 4 4, ALL_EQUAL",
        "z-score, 4 4 4, ALL_EQUAL",
        "'{method: z-score, deviation: population}', 4, ALL_EQUAL",
        "z-score, 4, TOO_FEW",
        "min-max, 4, ALL_EQUAL",
        "distance-to-maximum, 0.1 0.1, ALL_EQUAL",
        "percentile-rank, 4, TOO_FEW",
        "fraction-of-maximum, 0 0, BEST_ZERO",
        "fraction-of-best, 0 0, BEST_ZERO",
        "'{method: distance-to-reference, target: nobody}', 1 2, NO_REFERENCE",
        "'{method: fraction-of-reference, target: nobody}', 1 2, NO_REFERENCE",
        "'{method: fraction-of-reference, target: b}', 1 0, DENOMINATOR_ZERO",
        "fraction-of-mean, 1 -1, DENOMINATOR_ZERO",
        "'{method: power, exponent: 0.5}', -4, NO_POWER",
        "exponential, 1000, TOO_LARGE",
        "'{method: min-max, lowest: 50}', 4 5, BOUNDS_CROSSED",
        "z-score, 1e200 -1e200, TOO_LARGE"
    })
    void what_has_no_result_says_why_and_is_no_zero(String normalise, String numbers, Undefined why) {
        Sheet sheet = scored("{normalise: %s}".formatted(normalise), numbers.split(" "))
                .sheet("a")
                .orElseThrow();

        assertThat(nodeOf(sheet, "m").state()).isEqualTo(State.UNDEFINED);
        assertThat(nodeOf(sheet, "m").undefined()).isEqualTo(why);
        assertThat(sheet.total()).isNull();
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"natural, 0", "decimal, -1", "'{method: natural, plus: 1}', -1"})
    void the_logarithm_of_nothing_or_less_has_no_result(String log, String number) {
        Sheet sheet = scored("{log: %s}".formatted(log), number, "5").sheet("a").orElseThrow();

        assertThat(nodeOf(sheet, "m").undefined()).isEqualTo(Undefined.NOT_POSITIVE);
    }

    @Test
    void a_single_number_has_ranks() {
        assertThat(scores("{normalise: rank}", "4")).isEqualTo("1");
        assertThat(scores("{normalise: borda}", "4")).isEqualTo("0");
        assertThat(scores("{normalise: fraction-of-maximum}", "4")).isEqualTo("1");
    }

    @Test
    void a_measure_without_any_number_is_missing_for_everybody() {
        assertThat(scores("{normalise: z-score}", "", "")).isEqualTo("- -");
    }

    @Test
    void the_sheet_tells_every_step_with_its_parameters() {
        Sheet sheet = scored("{direction: lower, log: shifted, normalise: min-max}", "3", "7", "10")
                .sheet("b")
                .orElseThrow();

        assertThat(pointOf(sheet, "m").steps()).extracting(Step::method).containsExactly("shifted", "min-max");
        assertThat(pointOf(sheet, "m").steps().getLast().parameters())
                .containsEntry("min", BigDecimal.ZERO)
                .hasEntrySatisfying("max", max -> assertThat(max.doubleValue()).isEqualTo(Math.log(8)));
    }

    private static String scores(String measure, String... numbers) {
        return totals(scored(measure, numbers));
    }

    private static GroupResult scored(String measure, String... numbers) {
        Framework framework = of("", "- {id: m, name: M, measure: " + measure + "}");
        Map<String, Map<String, Answer>> cells = new TreeMap<>();
        for (int i = 0; i < numbers.length; i++) {
            cells.put(
                    String.valueOf((char) ('a' + i)),
                    numbers[i].isEmpty() ? Map.of() : Map.of("m", number(numbers[i])));
        }
        return score(framework, cells);
    }

    private static String totals(GroupResult result) {
        Stream<String> totals =
                result.sheets().stream().map(sheet -> sheet.total() == null ? "-" : String.valueOf(sheet.total()));
        return String.join(" ", totals.toList());
    }
}
