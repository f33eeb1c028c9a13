package cn.lingpao.scoring.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetScored;
import cn.lingpao.contracts.TargetScored.NodeScore;
import cn.lingpao.contracts.TargetScored.PointScore;
import cn.lingpao.contracts.TargetScored.State;
import cn.lingpao.methodology.explanation.Explanation;
import cn.lingpao.methodology.explanation.Explanation.Named;
import cn.lingpao.methodology.explanation.Explanation.NodePart;
import cn.lingpao.methodology.explanation.Explanation.PointPart;
import cn.lingpao.methodology.framework.Aggregation;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Policy;
import cn.lingpao.scoring.adapter.streams.Demo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToldSheetTest {

    private static final TargetScored SHEET = new TargetScored(
            "demo",
            "north",
            "city",
            "mini@1",
            new BigDecimal("106"),
            "good",
            new BigDecimal("6"),
            2,
            1,
            List.of(
                    new NodeScore("mini", State.SCORED, new BigDecimal("100")),
                    new NodeScore("basics", State.SCORED, new BigDecimal("100")),
                    new NodeScore("reach", State.NOT_APPLICABLE, null)),
            List.of(
                    new PointScore(
                            "basics.plan", State.SCORED, ObservedValue.MET, new BigDecimal("60"), "v#1", null, null),
                    new PointScore(
                            "basics.team", State.NOT_APPLICABLE, ObservedValue.NOT_APPLICABLE, null, "v#2", null, null),
                    new PointScore("reach.items", State.SCORED, null, null, null, new BigDecimal("80"), "south")));

    private final ToldSheet told =
            new ToldSheet(Framework.parse(Demo.FRAMEWORK), SHEET, Map.of("v#1", List.of("ab12")));

    private Optional<Explanation> explain(String node) {
        return told.explain(node, id -> new Named(id, "虚构" + id, id));
    }

    @Test
    void the_tree_names_everything_that_went_into_a_score() {
        Explanation explanation = explain("mini").orElseThrow();

        assertThat(explanation.weights().label().zh()).isEqualTo("平台默认权重（非官方）");
        assertThat(explanation.level().name().zh()).isEqualTo("良好");
        assertThat(explanation.bonus().points()).isEqualByComparingTo("6");
        assertThat(explanation.bonus().cap()).isEqualByComparingTo("10");
        assertThat(explanation.node().aggregation()).isEqualTo(Aggregation.MEAN);
        assertThat(explanation.node().nodes()).extracting(NodePart::id).containsExactly("basics", "reach");
    }

    @Test
    void a_node_that_does_not_count_leaves_its_weight_to_its_siblings() {
        List<NodePart> nodes = explain("mini").orElseThrow().node().nodes();

        assertThat(nodes.get(0).weight()).isEqualByComparingTo("3");
        assertThat(nodes.get(0).share()).isEqualByComparingTo("1");
        assertThat(nodes.get(1).counted()).isFalse();
        assertThat(nodes.get(1).share()).isNull();
    }

    @Test
    void points_that_could_not_be_earned_rescale_the_leaf() {
        NodePart basics = explain("basics").orElseThrow().node();

        assertThat(basics.rescaled()).isEqualByComparingTo("1.666666667");
        assertThat(basics.checkPoints()).extracting(PointPart::counted).containsExactly(true, false);
    }

    @Test
    void a_check_point_shows_rule_value_points_verdict_evidence_and_benchmark() {
        PointPart plan = explain("basics").orElseThrow().node().checkPoints().get(0);
        assertThat(plan.ruleName()).isEqualTo("checklist");
        assertThat(plan.value()).isEqualTo(new Explanation.Found("MET", null, null, null));
        assertThat(plan.points()).isEqualByComparingTo("60");
        assertThat(plan.max()).isEqualByComparingTo("60");
        assertThat(plan.verdictId()).isEqualTo("v#1");
        assertThat(plan.evidenceIds()).containsExactly("ab12");
        assertThat(plan.treatment().missing()).isEqualTo(Policy.ZERO);

        PointPart items = explain("reach").orElseThrow().node().checkPoints().get(0);
        assertThat(items.base()).isEqualByComparingTo("80");
        assertThat(items.baseTarget().zh()).isEqualTo("虚构south");
    }

    @Test
    void an_unknown_node_has_no_explanation() {
        assertThat(explain("nothing")).isEmpty();
    }
}
