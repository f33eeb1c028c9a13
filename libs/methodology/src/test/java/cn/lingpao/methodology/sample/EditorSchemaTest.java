package cn.lingpao.methodology.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Whole;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor is told about a framework agrees with what the platform reads. */
class EditorSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Framework.class.getResourceAsStream("/cn/lingpao/methodology/framework.schema.json"));

    private static final String EVERY_RULE = """
            id: f
            version: 1
            name: F
            ranking: {basis: {digits: 2, mode: half-even}}
            nodes:
              - id: leaf
                name: {zh: 叶, en: Leaf}
                checkPoints:
                  - {id: a, text: a, points: 1, rule: checklist, evaluation: looked at by hand}
                  - {id: b, text: b, points: 1, rule: benchmark, direction: lower}
                  - {id: c, text: c, points: 1, rule: graded, grades: {full: 1, part: 0.5}}
                  - {id: d, text: d, points: 1, rule: ratio, of: 100}
                  - {id: e, text: e, points: 1, rule: tiers, tiers: [{from: 1, share: 1}]}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"cstc-2021", "godi-2015", "odb-2014", "mobile-2021"})
    void a_shipped_framework_is_valid(String sample) {
        assertThat(errors(Samples.text(sample, "framework.yml"))).isEmpty();
    }

    @Test
    void every_rule_is_known_to_both() {
        assertThat(errors(EVERY_RULE)).isEmpty();
        assertThat(Framework.parse(EVERY_RULE).checkPoints()).hasSize(5);
    }

    @Test
    void every_part_of_the_language_is_known_to_both() {
        assertThat(errors(Whole.DOCUMENT)).isEmpty();
        assertThat(Framework.parse(Whole.DOCUMENT).points()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule: guess",
                "rule: checklist, of: 5",
                "rule: ratio",
                "rule: graded, grades: {MET: 1}",
                "rule: tiers, tiers: []",
                "rule: checklist, review: triple"
            })
    void what_the_platform_refuses_in_a_rule_the_editor_marks(String rule) {
        assertThat(errors(EVERY_RULE.replace("rule: checklist", rule))).isNotEmpty();
    }

    @Test
    void numbers_are_ids_and_names_for_both() {
        String document = "id: f\nversion: 2020\nname: 2020\nnodes: [{id: 1.10, name: 1, measure: {}}]\n";

        assertThat(errors(document)).isEmpty();
        assertThat(Framework.parse(document).node("1.10")).isPresent();
    }

    static List<Error> errors(String document) {
        return SCHEMA.validate(document, InputFormat.YAML);
    }
}
