package cn.lingpao.methodology.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.lingpao.methodology.yaml.Fault;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameworkFaultsTest {

    static final String SOUND = """
            id: sound
            version: "1"
            name: {zh: 样例, en: Sample}
            levelNames: [{zh: 维度, en: Dimension}, {zh: 主题, en: Topic}]
            fullMarks: 100
            bonus: {id: cases, name: {zh: 案例, en: Cases}, cap: 10, types: [{id: one, name: {zh: 一, en: One}}]}
            levels:
              - {id: high, name: {zh: 高, en: High}, from: 80}
              - {id: low, name: {zh: 低, en: Low}, from: 0}
            ranking: {method: dense, basis: {digits: 0, mode: half-up}, order: division}
            review: double
            missing: zero
            nodes:
              - id: first
                name: {zh: 一, en: First}
                weight: 60
                nodes:
                  - id: inner
                    name: {zh: 内, en: Inner}
                    checkPoints:
                      - {id: inner.a, text: {zh: 甲}, rule: checklist, points: 50}
                      - {id: inner.b, text: {zh: 乙}, rule: benchmark, points: 50, direction: lower}
              - id: second
                name: {zh: 二, en: Second}
                weight: 40
                checkPoints:
                  - {id: second.a, text: {zh: 丙}, rule: graded, points: 60, grades: {full: 1, part: 0.5}}
                  - {id: second.b, text: {zh: 丁}, rule: ratio, points: 20, of: 100}
                  - {id: second.c, text: {zh: 戊}, rule: tiers, points: 20, tiers: [{from: 10, share: 0.5}, {from: 50, share: 1}]}
            """;

    @Test
    void a_sound_document_is_read() {
        assertThat(Framework.parse(SOUND).structure()).isEqualTo("3/1/0 (2 leaves)");
    }

    /** Each row changes one thing of the sound document: what is replaced, by what, and the fault that must follow. */
    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id: second                | id: first              | duplicate-id   | nodes[1].id
            id: inner\\n              | id: sound\\n           | duplicate-id   | nodes[0].nodes[0].id
            id: cases                 | id: first              | duplicate-id   | nodes[0].id
            id: second.b              | id: second.a           | duplicate-id   | nodes[1].checkPoints[1].id
            id: low                   | id: high               | duplicate-id   | levels[1].id
            from: 0}\\n               | from: 80.0}\\n         | duplicate-level| levels[1].from
            weight: 60                | weight: sixty          | not-a-number   | nodes[0].weight
            weight: 60                | weight: "60"           | not-a-number   | nodes[0].weight
            weight: 60                | weight: .nan           | not-a-number   | nodes[0].weight
            weight: 60                | weight: 1e999999999    | not-a-number   | nodes[0].weight
            weight: 60                | weight: -60            | out-of-range   | nodes[0].weight
            weight: 60                | weight:                | empty          | nodes[0].weight
            weight: 60\\n             | origin: source\\n      | missing-weight | nodes[0]
            rule: checklist           | rule: guess            | unknown-rule   | nodes[0].nodes[0].checkPoints[0].rule
            direction: lower          | direction: down        | unknown-word   | nodes[0].nodes[0].checkPoints[1].direction
            rule: checklist           | rule: checklist, of: 5 | unknown-key    | nodes[0].nodes[0].checkPoints[0].of
            review: double            | reviews: double        | unknown-key    | reviews
            review: double            | review: triple         | unknown-word   | review
            missing: zero             | missing: forgive       | unknown-word   | missing
            method: dense             | method: olympic        | unknown-word   | ranking.method
            mode: half-up             | mode: half-way         | unknown-word   | ranking.basis.mode
            mode: half-up             | mode: unnecessary      | unknown-word   | ranking.basis.mode
            digits: 0                 | digits: 0.5            | not-whole      | ranking.basis.digits
            digits: 0                 | digits: 12             | out-of-range   | ranking.basis.digits
            {zh: 内, en: Inner}       | {zh: 内}               | missing-key    | nodes[0].nodes[0].name
            name: {zh: 二, en: Second}| origin: source         | missing-key    | nodes[1]
            points: 60                | points: 0              | out-of-range   | nodes[1].checkPoints[0].points
            , points: 60              | ``                     | missing-key    | nodes[1].checkPoints[0]
            , grades: {full: 1, part: 0.5} | ``                | missing-key    | nodes[1].checkPoints[0]
            part: 0.5                 | part: 5                | out-of-range   | nodes[1].checkPoints[0].grades.part
            part: 0.5                 | MET: 0.5               | bad-id         | nodes[1].checkPoints[0].grades.MET
            of: 100                   | of: 0                  | out-of-range   | nodes[1].checkPoints[1].of
            from: 50, share: 1        | from: 10, share: 1     | duplicate-tier | nodes[1].checkPoints[2].tiers[1].from
            fullMarks: 100            | fullMarks: 110         | full-marks     | fullMarks
            , {zh: 主题, en: Topic}   | ``                     | level-names    | ``
            review: double            | review: double\\nreview: none | duplicate-key | review
            review: double            | excluded: [{node: ghost, reason: no}] | unknown-node | excluded[0].node
            review: double            | excluded: [{node: sound, reason: no}] | unknown-node | excluded[0].node
            review: double            | excluded: [{node: first, reason: no}, {node: first, reason: no}] | duplicate-id | excluded[1].node
            review: double            | excluded: [{node: first, reason: no}, {node: second, reason: no}] | nothing-left | excluded[0].node
            review: double            | excluded: [{node: first, reason: no, at: 1.12.2015}] | not-a-date | excluded[0].at
            review: double            | excluded: first        | not-a-list     | excluded
            bonus: {id: cases         | bonus: {id: "a/b"      | bad-id         | bonus.id
            cap: 10                   | cap: -1                | out-of-range   | bonus.cap
            id: sound                 | id: [sound]            | not-text       | id
            ranking: {method: dense, basis: {digits: 0, mode: half-up}, order: division} | ranking: dense | not-a-mapping | ranking
            """)
    void one_wrong_thing_is_one_fault_at_its_place(String sound, String wrong, String code, String path) {
        String document = SOUND.replace(lines(sound), lines(wrong));
        assertThat(document).isNotEqualTo(SOUND);

        assertThat(faults(document))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.code()).describedAs(fault.toString()).isEqualTo(code))
                .satisfies(fault -> assertThat(fault.path()).isEqualTo(path));
    }

    @Test
    void the_line_and_column_are_those_of_the_value() {
        Fault fault = faults(SOUND.replace("weight: 40", "weight: forty")).getFirst();

        assertThat(SOUND.replace("weight: 40", "weight: forty")
                        .lines()
                        .toList()
                        .get(fault.line() - 1)
                        .substring(fault.column() - 1))
                .isEqualTo("forty");
    }

    @Test
    void an_unknown_word_is_answered_with_the_allowed_ones() {
        assertThat(faults(SOUND.replace("rule: checklist", "rule: guess"))
                        .getFirst()
                        .reason())
                .isEqualTo("'guess' is unknown here: write checklist, benchmark, graded, ratio, tiers, count, given");
    }

    @Test
    void an_unknown_key_is_answered_with_the_allowed_ones() {
        assertThat(faults(SOUND.replace("direction: lower", "way: lower"))
                        .getFirst()
                        .reason())
                .contains("'way' is unknown here")
                .contains("direction");
    }

    @Test
    void all_faults_are_found_in_one_pass_in_the_order_of_the_lines() {
        String document = SOUND.replace("review: double", "review: triple")
                .replace("weight: 40", "weight: -1")
                .replace("rule: checklist", "rule: guess")
                .replace("id: second.b", "id: second.a");

        assertThat(faults(document))
                .extracting(Fault::code)
                .containsExactly("unknown-word", "unknown-rule", "out-of-range", "duplicate-id");
    }

    @Nested
    class A_tree {

        @Test
        void without_any_node_is_refused() {
            assertThat(faults("{id: a, version: 1, name: a}"))
                    .extracting(Fault::code)
                    .containsExactly("missing-key");
            assertThat(faults("{id: a, version: 1, name: a, nodes: []}"))
                    .extracting(Fault::code)
                    .containsExactly("empty");
        }

        @Test
        void with_a_leaf_without_a_check_point_is_refused() {
            assertThat(codesOfNode("{id: b, name: b}")).containsExactly("no-check-point");
            assertThat(codesOfNode("{id: b, name: b, checkPoints: []}")).containsExactly("no-check-point");
        }

        @Test
        void with_check_points_beside_nodes_is_refused() {
            String point = "{id: p, text: p, rule: checklist, points: 1}";
            assertThat(codesOfNode("{id: b, name: b, checkPoints: [%s], nodes: [{id: c, name: c, checkPoints: [%s]}]}"
                            .formatted(point, point.replace("id: p", "id: q"))))
                    .containsExactly("leaf-and-inner");
        }

        @Test
        void whose_siblings_all_weigh_nothing_is_refused() {
            assertThat(codesOfNode(
                            "{id: b, name: b, weight: 0, checkPoints: [{id: p, text: p, rule: checklist, points: 1}]}"))
                    .containsExactly("no-weight");
        }

        private List<String> codesOfNode(String node) {
            return faults("{id: a, version: 1, name: a, nodes: [" + node + "]}").stream()
                    .map(Fault::code)
                    .toList();
        }
    }

    private static List<Fault> faults(String document) {
        FrameworkFaults refused = catchThrowableOfType(FrameworkFaults.class, () -> Framework.parse(document));
        assertThat(refused).describedAs("refused").isNotNull();
        return refused.faults();
    }

    private static String lines(String text) {
        return text == null ? "" : text.replace("\\n", "\n");
    }
}
