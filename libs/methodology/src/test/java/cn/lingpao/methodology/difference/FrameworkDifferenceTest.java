package cn.lingpao.methodology.difference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Whole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameworkDifferenceTest {

    private static final String BEFORE = """
            id: f
            version: 1
            name: {zh: 指标, en: F}
            levels: [{id: good, name: Good, from: 75}, {id: poor, name: Poor, from: 0}]
            nodes:
              - id: a
                name: {zh: 甲, en: Alpha}
                weight: 60
                checkPoints:
                  - {id: a.one, text: {zh: 一, en: One}, points: 60, rule: checklist}
                  - {id: a.two, text: {zh: 二, en: Two}, points: 40, rule: benchmark}
              - id: b
                name: {zh: 乙, en: Beta}
                weight: 40
                nodes:
                  - {id: c, name: C, measure: {normalise: min-max}}
                  - {id: d, name: D, measure: {normalise: min-max}}
            """;

    @Test
    void a_framework_does_not_differ_from_itself() {
        assertThat(between(BEFORE, BEFORE)).isEmpty();
        assertThat(between(Whole.DOCUMENT, Whole.DOCUMENT)).isEmpty();
        assertThat(between(BEFORE, BEFORE.replace("weight: 60", "weight: 60.0")))
                .isEmpty();
    }

    /** Each row changes one thing: what is replaced, by what, the kind of change, and the words that tell it. */
    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            points: 60 | points: 50 | RULE | a.one 一 / One: points 60 → 50
            rule: benchmark | rule: benchmark, direction: lower | RULE | a.two 二 / Two: rule benchmark (direction higher, base best, cap) → benchmark (direction lower, base best, cap)
            en: Alpha | en: Aleph | NAME | a 甲 / Aleph: name 甲 / Alpha → 甲 / Aleph
            zh: 一, en: One | zh: 壹, en: One | NAME | a.one 壹 / One: text 一 / One → 壹 / One
            from: 75 | from: 80 | RESULT | level good Good: begins at 75 → 80
            version: 1\\n | version: 1\\nranking: {method: dense}\\n | RESULT | f: ranking method competition → dense
            version: 1\\n | version: 1\\nround: {digits: 1}\\n | STEP | f 指标 / F: rounding none → 1 digit half-up
            name: D, measure: {normalise: min-max} | name: D, measure: {normalise: {method: z-score, parameters: {mean: 3}}} | STEP | d D: normalisation min-max (from 0, to 100) → z-score (deviation sample, mean 0, sd 1, frozen mean 3)
            name: D, measure: {normalise: min-max} | name: D, measure: {normalise: {method: min-max, lowest: {percentile: 5}}} | STEP | d D: normalisation min-max (from 0, to 100) → min-max (from 0, to 100, lowest percentile (percent 5))
            weight: 40\\n | weight: 40\\n    aggregation: geometric\\n | STEP | b 乙 / Beta: aggregation mean → geometric
            nodes:\\n  - id: a | nodes:\\n  - id: alpha | STRUCTURE | alpha 甲 / Alpha: has another id: a → alpha
            weight: 40\\n | weight: 40\\n    missing: zero\\n | POLICY | b 乙 / Beta: when missing exclude → zero
            version: 1\\n | version: 1\\nvariables: [{id: gdp}]\\n | RESULT | variable gdp: added: variable (id gdp, name gdp, type number, review single)
            version: 1\\n | version: 1\\noverrides: [{target: t, node: c, score: 1, reason: r, author: a, at: 2021-01-01}]\\n | DECISION | override of t at c: added: score-override (target-id t, node-id c, score 1, reason r, author a, at 2021-01-01)
            """)
    void one_difference_is_told_in_words(String was, String is, Change.Kind kind, String words) {
        List<Change> changes = between(BEFORE, BEFORE.replace(was.replace("\\n", "\n"), is.replace("\\n", "\n")));

        assertThat(changes).anySatisfy(change -> {
            assertThat(change).hasToString(words);
            assertThat(change.kind()).isEqualTo(kind);
        });
    }

    @Test
    void weights_are_told_with_what_they_mean() {
        assertThat(between(BEFORE, BEFORE.replace("weight: 60", "weight: 160")))
                .extracting(Change::toString)
                .containsExactly(
                        "a 甲 / Alpha: weight 60 → 160 (60 % → 80 % of its parent)",
                        "b 乙 / Beta: counts 20 % instead of 40 % of its parent, because its siblings changed");
        assertThat(between(BEFORE, BEFORE.replace("weight: 60", "weight: 3").replace("weight: 40", "weight: 2")))
                .extracting(Change::toString)
                .containsExactly(
                        "a 甲 / Alpha: weight 60 → 3, the same share of its parent (60 %)",
                        "b 乙 / Beta: weight 40 → 2, the same share of its parent (40 %)");
    }

    @Test
    void what_was_added_removed_and_moved_is_told_with_both_names() {
        String after = BEFORE.replace("      - {id: d, name: D, measure: {normalise: min-max}}\n", "")
                .replace(
                        "      - {id: a.two",
                        "      - {id: a.three, text: 三, points: 40, rule: checklist}\n      - {id: a.zero")
                .replace("{zh: 二, en: Two}", "{zh: 零, en: Zero}");

        assertThat(between(
                        BEFORE, after + "  - {id: e, name: E, weight: 10, nodes: [{id: c2, name: C2, measure: {}}]}\n"))
                .filteredOn(change -> change.kind() == Change.Kind.STRUCTURE)
                .extracting(Change::toString)
                .containsExactly(
                        "d D: removed from b 乙 / Beta, a measure",
                        "e E: added to f 指标 / F, with 1 nodes and 1 answers below it, weight 10 (9.09 % of its parent)",
                        "a.two 二 / Two: check point removed from a, it was worth 40 points",
                        "a.three 三: check point added to a, 40 points, checklist",
                        "a.zero 零 / Zero: check point added to a, 40 points, benchmark (direction higher, base best, cap)");
    }

    @Test
    void names_and_descriptions_compute_nothing() {
        assertThat(between(BEFORE, BEFORE.replace("en: Alpha", "en: Aleph"))).noneMatch(Change::computes);
        assertThat(between(BEFORE, BEFORE.replace("from: 75", "from: 80"))).allMatch(Change::computes);
    }

    @Test
    void what_happened_in_many_places_is_told_once() {
        String after = Whole.DOCUMENT.replace("undetermined: parent-missing", "undetermined: zero");

        assertThat(Telling.lines(between(Whole.DOCUMENT, after)))
                .hasSize(2)
                .first()
                .isEqualTo("missing and undetermined values, review");
        assertThat(Telling.lines(between(Whole.DOCUMENT, after)).getLast())
                .startsWith("  in ")
                .endsWith("more): when undetermined parent-missing → zero");
    }

    private static List<Change> between(String before, String after) {
        return FrameworkDifference.between(Framework.parse(before), Framework.parse(after));
    }
}
