package cn.lingpao.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Origin;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleFrameworksTest {

    private static final Path SAMPLES = Path.of("..", "samples");

    @Test
    void the_2021_framework_has_six_dimensions_17_topics_45_indicators_and_47_leaves() throws IOException {
        assertThat(read("cstc-2021").structure()).isEqualTo("6/17/45 (47 leaves)");
    }

    @Test
    void the_check_points_of_a_leaf_are_worth_100_and_weights_of_siblings_sum_to_100() throws IOException {
        for (Node node : read("cstc-2021").nodes()) {
            List<BigDecimal> parts = node.isLeaf()
                    ? node.checkPoints().stream().map(CheckPoint::points).toList()
                    : node.children().stream().map(Node::weight).toList();
            assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(node.id())
                    .isEqualByComparingTo("100");
        }
    }

    @Test
    void the_check_points_that_the_source_enumerates_are_marked_as_its_own() throws IOException {
        assertThat(read("cstc-2021").checkPoints())
                .filteredOn(point -> point.origin() == Origin.SOURCE)
                .extracting(CheckPoint::nodeId)
                .containsOnly(
                        "leadership",
                        "agency",
                        "planning",
                        "standards",
                        "same-source",
                        "rating-effect",
                        "reply-channels",
                        "epidemic",
                        "integration")
                .hasSize(22);
    }

    @Test
    void every_leaf_of_the_2021_framework_says_what_is_evaluated_and_every_dimension_on_what_basis()
            throws IOException {
        Framework framework = read("cstc-2021");

        assertThat(framework.leaves())
                .allSatisfy(leaf -> assertThat(leaf.description()).as(leaf.id()).isNotNull());
        assertThat(framework.root().children())
                .allSatisfy(dimension ->
                        assertThat(dimension.basis()).as(dimension.id()).isNotEmpty());
        assertThat(framework.weights())
                .hasValueSatisfying(weights -> assertThat(weights.label().zh()).isEqualTo("平台默认权重（非官方）"));
    }

    @Test
    void the_open_data_index_has_15_datasets_of_nine_questions_and_two_were_dropped() throws IOException {
        Framework framework = read("godi-2015");

        assertThat(framework.leaves()).hasSize(15).allSatisfy(leaf -> assertThat(leaf.checkPoints())
                .hasSize(9));
        assertThat(framework.leaves())
                .filteredOn(leaf -> leaf.exclusion() != null)
                .extracting(Node::id)
                .containsExactlyInAnyOrder("timetables", "health");
    }

    private static Framework read(String sample) throws IOException {
        return Framework.parse(Files.readString(SAMPLES.resolve(sample).resolve("framework.yml")));
    }
}
