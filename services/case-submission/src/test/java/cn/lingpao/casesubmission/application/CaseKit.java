package cn.lingpao.casesubmission.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.casesubmission.domain.Attachment;
import cn.lingpao.casesubmission.domain.Award;
import cn.lingpao.casesubmission.domain.Examples;
import cn.lingpao.casesubmission.domain.FileType;
import cn.lingpao.casesubmission.domain.InnovationCase;
import cn.lingpao.casesubmission.domain.Upload;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store of cases must do. */
public abstract class CaseKit {

    protected abstract Cases cases();

    protected abstract Files files();

    @Test
    void a_case_is_read_as_it_was_written_and_never_replaced() {
        InnovationCase submitted = submitted("kit-1", "kit", 1);

        assertThat(cases().add(submitted)).isTrue();
        assertThat(cases().add(submitted)).isFalse();

        assertThat(cases().find("kit-1")).contains(submitted);
        assertThat(cases().find("kit-0")).isEmpty();
    }

    @Test
    void the_cases_of_a_campaign_come_in_the_order_of_submission() {
        InnovationCase late = submitted("kit-a", "kit-order", 2);
        InnovationCase early = submitted("kit-b", "kit-order", 1);
        cases().add(late);
        cases().add(early);
        cases().add(submitted("kit-c", "kit-elsewhere", 0));

        assertThat(cases().of("kit-order")).containsExactly(early, late);
    }

    @Test
    void an_award_changes_only_in_sequence_and_is_counted_while_it_has_points() {
        InnovationCase submitted = submitted("kit-award", "kit-awards", 1);
        InnovationCase awarded = submitted.awarded(award("2.50", 1));
        InnovationCase withdrawn = submitted.awarded(award("0", 2));
        cases().add(submitted);

        assertThat(cases().award(withdrawn)).isFalse();
        assertThat(cases().award(awarded)).isTrue();
        assertThat(cases().award(awarded)).isFalse();
        assertThat(cases().find("kit-award")).contains(awarded);
        assertThat(cases().count("kit-awards")).isEqualTo(new Cases.Count(1, 1));

        assertThat(cases().award(withdrawn)).isTrue();
        assertThat(cases().count("kit-awards")).isEqualTo(new Cases.Count(1, 0));
        assertThat(cases().award(submitted("kit-none", "kit-awards", 1).awarded(award("1", 1))))
                .isFalse();
    }

    @Test
    void a_file_of_several_chunks_is_read_as_it_was_kept() {
        byte[] bytes = new byte[1_000_000];
        new Random(1).nextBytes(bytes);

        String first = files().keep(new Upload("a.pdf", bytes));
        String second = files().keep(new Upload("a.pdf", bytes));

        assertThat(first).isNotEqualTo(second);
        assertThat(files().read(first))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(bytes));
        assertThat(files().read("ffffffffffffffffffffffff")).isEmpty();
    }

    private static InnovationCase submitted(String id, String campaign, int day) {
        return new InnovationCase(
                id,
                campaign,
                Examples.form("掌上办"),
                List.of(new Attachment("a.pdf", FileType.PDF, 9, "00ff", "000000000000000000000001")),
                Instant.parse("2021-10-01T00:00:00Z").plusSeconds(day * 86_400L),
                null);
    }

    private static Award award(String points, long sequence) {
        return new Award(new BigDecimal(points), "city", "judge", null, Examples.JUDGING, sequence);
    }
}
