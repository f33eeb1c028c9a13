package cn.lingpao.casesubmission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.casesubmission.domain.CaseForm.Contact;
import cn.lingpao.casesubmission.domain.CaseForm.Recommender;
import cn.lingpao.casesubmission.domain.CaseForm.RecommenderKind;
import cn.lingpao.casesubmission.domain.CaseForm.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormRulesTest {

    @Test
    void a_form_that_is_filled_in_has_no_fault() {
        assertThat(FormRules.check(Examples.form("掌上办"), Examples.TYPES)).isEmpty();
    }

    @Test
    void of_several_ticked_types_the_first_counts() {
        assertThat(Examples.form("掌上办").countedType()).isEqualTo("mobile-service");
    }

    @Test
    void three_hundred_characters_are_enough_and_one_more_is_refused_with_the_count() {
        assertThat(FormRules.check(Examples.withReason("字".repeat(300)), Examples.TYPES))
                .isEmpty();
        assertThat(FormRules.check(Examples.withReason("字".repeat(301)), Examples.TYPES))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.path()).isEqualTo("reason");
                    assertThat(fault.reason()).contains("301", "300");
                });
    }

    @Test
    void a_character_beyond_the_basic_plane_counts_once() {
        assertThat(FormRules.check(Examples.withReason("𠮷".repeat(300)), Examples.TYPES))
                .isEmpty();
    }

    @Test
    void every_fault_is_found_in_one_go() {
        CaseForm empty = new CaseForm(
                "",
                new Recommender(RecommenderKind.PUBLIC, "", "yesterday"),
                new Unit("", "javascript:alert(1)"),
                new Contact("", "", "nowhere", null),
                List.of("mobile-service", "magic"),
                "",
                "ftp://x.example/",
                "");

        assertThat(FormRules.check(empty, Examples.TYPES))
                .extracting(Fault::path)
                .containsExactlyInAnyOrder(
                        "target",
                        "recommender",
                        "unit.name",
                        "contact.name",
                        "contact.phone",
                        "title",
                        "types",
                        "reason",
                        "contact.email",
                        "recommendedOn",
                        "url",
                        "unit.url");
    }
}
