package cn.lingpao.methodology.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.engine.Answer;
import cn.lingpao.methodology.engine.Engine;
import cn.lingpao.methodology.engine.GroupResult;
import cn.lingpao.methodology.engine.Member;
import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.explanation.Circumstances;
import cn.lingpao.methodology.explanation.Explainer;
import cn.lingpao.methodology.explanation.Explanation.Named;
import cn.lingpao.methodology.explanation.ExplanationText;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked examples of the centre's presentation of 2021-08-26, scored by the framework that ships. */
class DeckExamplesTest {

    private static final Framework FRAMEWORK = Samples.framework("cstc-2021");

    /** 规划设计: both points √. */
    @Test
    void a_plan_and_a_yearly_plan_earn_full_marks() {
        Sheet sheet = score(Map.of("planning.plan", Value.MET, "planning.annual", Value.MET));

        assertThat(node(sheet, "planning")).isEqualByComparingTo("100");
        assertThat(explained(sheet, "planning"))
                .contains("规划设计 / Planning [planning] 100 × 1 = 100")
                .filteredOn(line -> line.contains("√"))
                .hasSize(2);
    }

    /** 数据同源: the example pages show points 1 and 2 as √ and say nothing of the third. */
    @Test
    void what_is_not_shown_is_not_zero() {
        Sheet sheet = score(Map.of("same-source.news", Value.MET, "same-source.services", Value.MET));

        assertThat(node(sheet, "same-source")).isEqualByComparingTo("100");
        assertThat(point(sheet, "same-source.channels").counted()).isFalse();
        assertThat(explained(sheet, "same-source")).anyMatch(line -> line.contains("points × 1.492537313"));
    }

    /** 数字化战疫: three points √, the fourth ✗. */
    @Test
    void one_cross_of_four_costs_its_points() {
        Sheet sheet = score(Map.of(
                "epidemic.topic", Value.MET,
                "epidemic.bulletins", Value.MET,
                "epidemic.reopening", Value.MET,
                "epidemic.queries", Value.NOT_MET));

        assertThat(node(sheet, "epidemic")).isEqualByComparingTo("75");
        assertThat(explained(sheet, "epidemic")).anyMatch(line -> line.contains("✗") && line.endsWith(" 0 of 25"));
    }

    /** 服务集成度: a benchmark and two √ in one indicator. */
    @Test
    void a_benchmark_and_two_checks_add_up() {
        Map<String, Map<String, Value>> found = new HashMap<>();
        found.put(
                "here",
                Map.of(
                        "integration.bundles", Value.number(new BigDecimal("30")),
                        "integration.simplified", Value.MET,
                        "integration.once", Value.MET));
        found.put("best", Map.of("integration.bundles", Value.number(new BigDecimal("40"))));
        Sheet sheet = scored(found).sheet("here").orElseThrow();

        assertThat(point(sheet, "integration.bundles").points()).isEqualByComparingTo("30");
        assertThat(point(sheet, "integration.bundles").baseTargetId()).isEqualTo("best");
        assertThat(node(sheet, "integration")).isEqualByComparingTo("90");
        assertThat(explained(sheet, "integration")).anyMatch(line -> line.contains("best is 40 of best"));
    }

    private static Sheet score(Map<String, Value> found) {
        return scored(Map.of("here", found)).sheet("here").orElseThrow();
    }

    private static GroupResult scored(Map<String, Map<String, Value>> found) {
        Map<String, Map<String, Answer>> cells = new HashMap<>();
        found.forEach((target, values) -> {
            Map<String, Answer> answers = new HashMap<>();
            values.forEach((point, value) -> answers.put(point, Answer.of(value)));
            cells.put(target, answers);
        });
        List<Member> roster =
                found.keySet().stream().map(id -> new Member(id, null)).toList();
        return Engine.score(FRAMEWORK, roster, cells, Map.of());
    }

    private static List<String> explained(Sheet sheet, String node) {
        return new Explainer(FRAMEWORK, sheet, Circumstances.named(id -> new Named(id, null, null)))
                .explain(node)
                .map(ExplanationText::lines)
                .orElseThrow();
    }

    private static BigDecimal node(Sheet sheet, String id) {
        return sheet.nodes().stream()
                .filter(each -> each.nodeId().equals(id))
                .findFirst()
                .orElseThrow()
                .score();
    }

    private static Sheet.PointScore point(Sheet sheet, String id) {
        return sheet.points().stream()
                .filter(each -> each.checkPointId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
