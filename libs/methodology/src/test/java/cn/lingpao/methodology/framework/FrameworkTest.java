package cn.lingpao.methodology.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameworkTest {

    private static final Framework FRAMEWORK = Framework.parse("""
            id: f
            version: "2.1"
            name: {zh: 样例, en: Sample}
            weights: {origin: platform, label: {zh: 平台默认权重（非官方）, en: Platform default weights (unofficial)}}
            bonus: {id: cases, name: 案例, cap: 10, types: [{id: new-infrastructure, name: {zh: 新基建, en: New}}]}
            levels: [{id: low, name: Low, from: 0}, {id: high, name: High, from: 80}]
            review: double
            missing: zero
            nodes:
              - id: dimension
                name: {zh: 维度, en: Dimension}
                weight: 60
                review: single
                missing: exclude
                nodes:
                  - id: topic
                    name: {zh: 主题, en: Topic}
                    description: {zh: 评估内容}
                    basis: [国发〔2021〕1号, {zh: 法, en: Law}]
                    checkPoints:
                      - {id: topic.a, text: {zh: 甲}, rule: checklist, points: 50, origin: platform}
                      - {id: topic.b, text: {zh: 乙, en: B}, rule: benchmark, points: 50, review: none}
              - id: leaf
                name: {zh: 叶, en: Leaf}
                weight: 40
                checkPoints:
                  - {id: leaf.a, text: 丙, rule: graded, points: 60, grades: {full: 1, part: 0.5}}
                  - {id: leaf.b, text: 丁, rule: ratio, points: 20, of: 100}
                  - {id: leaf.c, text: 戊, rule: tiers, points: 20, tiers: [{from: 10, share: 1}]}
            """);

    @Test
    void is_named_by_id_and_version() {
        assertThat(FRAMEWORK.ref()).isEqualTo("f@2.1");
        assertThat(FRAMEWORK.root().id()).isEqualTo(FRAMEWORK.id());
    }

    @Test
    void counts_the_bonus_as_a_dimension_and_leaves_by_their_check_points() {
        assertThat(FRAMEWORK.structure()).isEqualTo("3/1/0 (2 leaves)");
        assertThat(FRAMEWORK.leaves()).extracting(Node::id).containsExactly("topic", "leaf");
    }

    @Test
    void lists_every_node_before_its_children() {
        assertThat(FRAMEWORK.nodes()).extracting(Node::id).containsExactly("f", "dimension", "topic", "leaf");
        assertThat(FRAMEWORK.nodes()).extracting(Node::depth).containsExactly(0, 1, 2, 1);
    }

    @Test
    void hands_policies_down_unless_a_place_says_otherwise() {
        assertThat(FRAMEWORK.reviewMode("topic.a")).isEqualTo(ReviewMode.SINGLE);
        assertThat(FRAMEWORK.reviewMode("topic.b")).isEqualTo(ReviewMode.NONE);
        assertThat(FRAMEWORK.reviewMode("leaf.a")).isEqualTo(ReviewMode.DOUBLE);
        assertThat(FRAMEWORK.checkPoint("topic.a").orElseThrow().missing()).isEqualTo(Policy.EXCLUDE);
        assertThat(FRAMEWORK.checkPoint("leaf.a").orElseThrow().missing()).isEqualTo(Policy.ZERO);
        assertThat(FRAMEWORK.checkPoint("leaf.a").orElseThrow().undetermined()).isEqualTo(Policy.EXCLUDE);
    }

    @Test
    void knows_what_is_the_sources_and_what_is_the_platforms() {
        assertThat(FRAMEWORK.checkPoint("topic.a").orElseThrow().origin()).isEqualTo(Origin.PLATFORM);
        assertThat(FRAMEWORK.checkPoint("topic.b").orElseThrow().origin()).isEqualTo(Origin.SOURCE);
        assertThat(FRAMEWORK.weights().orElseThrow().label().zh()).isEqualTo("平台默认权重（非官方）");
    }

    @Test
    void repeats_a_text_that_has_one_language_only() {
        Node topic = FRAMEWORK.node("topic").orElseThrow();

        assertThat(topic.description()).isEqualTo(new Text("评估内容", "评估内容"));
        assertThat(topic.basis()).containsExactly(new Text("国发〔2021〕1号", "国发〔2021〕1号"), new Text("法", "Law"));
    }

    @Test
    void finds_the_level_whatever_the_order_in_the_document() {
        assertThat(FRAMEWORK.level(new BigDecimal("80.0")).map(Level::id)).contains("high");
        assertThat(FRAMEWORK.level(new BigDecimal("79.999")).map(Level::id)).contains("low");
        assertThat(FRAMEWORK.level(new BigDecimal("-1"))).isEmpty();
    }

    @Test
    void refuses_to_tell_the_review_of_an_unknown_check_point() {
        assertThatThrownBy(() -> FRAMEWORK.reviewMode("ghost")).hasMessage("f@2.1 has no check point ghost");
    }

    @Nested
    class A_check_point {

        @ParameterizedTest
        @CsvSource({
            "topic.a, true, true, false, false, false",
            "topic.b, false, false, true, false, false",
            "leaf.a, true, true, false, false, true",
            "leaf.b, false, false, true, true, false",
            "leaf.c, false, false, true, true, false"
        })
        void takes_the_values_of_its_rule(
                String id, boolean met, boolean notMet, boolean number, boolean negative, boolean grade) {
            assertThat(takes(id, Value.MET)).isEqualTo(met);
            assertThat(takes(id, Value.NOT_MET)).isEqualTo(notMet);
            assertThat(takes(id, Value.number(BigDecimal.TEN))).isEqualTo(number);
            assertThat(takes(id, Value.number(BigDecimal.TEN.negate()))).isEqualTo(negative);
            assertThat(takes(id, Value.grade("part"))).isEqualTo(grade);
        }

        @ParameterizedTest
        @CsvSource({"topic.a", "topic.b", "leaf.a", "leaf.b", "leaf.c"})
        void takes_not_applicable_and_undetermined_whatever_its_rule(String id) {
            assertThat(takes(id, Value.NOT_APPLICABLE)).isTrue();
            assertThat(takes(id, Value.UNDETERMINED)).isTrue();
        }

        @Test
        void refuses_a_number_that_no_double_can_hold() {
            assertThat(FRAMEWORK.accepts("leaf.b", Value.number(new BigDecimal("1e400"))))
                    .contains("leaf.b takes a finite number");
        }

        @Test
        void names_its_grades_when_it_refuses_another() {
            assertThat(FRAMEWORK.accepts("leaf.a", Value.grade("most")))
                    .contains("leaf.a takes one of the grades full, part, or MET or NOT_MET");
        }

        @Test
        void that_does_not_exist_takes_nothing() {
            assertThat(FRAMEWORK.accepts("ghost", Value.MET)).contains("f@2.1 has no check point ghost");
        }

        private boolean takes(String id, Value value) {
            return FRAMEWORK.accepts(id, value).isEmpty();
        }
    }
}
