package cn.lingpao.casesubmission.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.casesubmission.application.SubmitCase.Refused;
import cn.lingpao.casesubmission.application.SubmitCase.Result;
import cn.lingpao.casesubmission.application.SubmitCase.Submitted;
import cn.lingpao.casesubmission.application.SubmitCase.Unchanged;
import cn.lingpao.casesubmission.application.SubmitCase.UnknownCampaign;
import cn.lingpao.casesubmission.domain.CaseForm;
import cn.lingpao.casesubmission.domain.Examples;
import cn.lingpao.casesubmission.domain.Fault;
import cn.lingpao.casesubmission.domain.FileType;
import cn.lingpao.casesubmission.domain.Upload;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmitCaseTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Upload FILE = new Upload("掌上办.pdf", Examples.PDF);

    private final InMemoryCases cases = new InMemoryCases();
    private final InMemoryFiles files = new InMemoryFiles();
    private final SubmitCase submitCase = submitCase(TimeBasis.RECORDED, true, NOW);

    @Test
    void a_case_is_received_with_its_files() {
        Submitted received = (Submitted) submit(Examples.form("掌上办"), FILE);

        assertThat(cases.of("demo")).containsExactly(received.submitted());
        assertThat(received.submitted().submittedAt()).isEqualTo(Examples.SUBMISSION);
        assertThat(received.submitted().attachments()).singleElement().satisfies(kept -> {
            assertThat(kept.name()).isEqualTo("掌上办.pdf");
            assertThat(kept.type()).isEqualTo(FileType.PDF);
            assertThat(files.read(kept.fileId()))
                    .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(Examples.PDF));
        });
    }

    @Test
    void the_same_case_again_gets_the_same_receipt_and_keeps_no_second_file() {
        submit(Examples.form("掌上办"), FILE);

        assertThat(submit(Examples.form("掌上办"), FILE)).isInstanceOf(Unchanged.class);
        assertThat(cases.of("demo")).hasSize(1);
        assertThat(files.size()).isEqualTo(1);
    }

    @Test
    void another_title_or_another_file_makes_another_case() {
        submit(Examples.form("掌上办"), FILE);

        assertThat(submit(Examples.form("指尖办"), FILE)).isInstanceOf(Submitted.class);
        assertThat(submit(Examples.form("掌上办"))).isInstanceOf(Submitted.class);
    }

    @Test
    void outside_the_phase_nothing_is_taken_in() {
        Result late = submitCase.submit("demo", Examples.form("掌上办"), List.of(), Examples.JUDGING);

        assertThat(codes(late)).containsExactly("outside-phase");
        assertThat(((Refused) late).faults().getFirst().reason()).contains("case-submission", "2021-11-15");
    }

    @Test
    void a_live_campaign_takes_the_clock() {
        SubmitCase live = submitCase(TimeBasis.LIVE, true, Examples.SUBMISSION);

        assertThat(live.submit("demo", Examples.form("掌上办"), List.of(), null)).isInstanceOf(Submitted.class);
    }

    @Test
    void with_any_fault_nothing_is_kept() {
        Result refused = submit(Examples.withReason(""), new Upload("a.txt", new byte[] {1}), FILE, FILE, FILE);

        assertThat(codes(refused)).containsExactlyInAnyOrder("missing-value", "unknown-file-type", "too-many");
        assertThat(files.size()).isZero();
        assertThat(cases.of("demo")).isEmpty();
    }

    @Test
    void the_target_must_be_known() {
        CaseForm form = Examples.form("掌上办");
        CaseForm lost = new CaseForm(
                "nowhere",
                form.recommender(),
                form.unit(),
                form.contact(),
                form.types(),
                form.title(),
                form.url(),
                form.reason());

        assertThat(codes(submit(lost))).containsExactly("unknown-target");
        assertThat(submitCase.submit("none", form, List.of(), Examples.SUBMISSION))
                .isEqualTo(new UnknownCampaign("none"));
    }

    @Test
    void a_framework_without_cases_takes_none() {
        SubmitCase without = submitCase(TimeBasis.RECORDED, false, NOW);

        assertThat(codes(without.submit("demo", Examples.form("掌上办"), List.of(), Examples.SUBMISSION)))
                .containsExactly("no-cases");
    }

    private Result submit(CaseForm form, Upload... uploads) {
        return submitCase.submit("demo", form, List.of(uploads), Examples.SUBMISSION);
    }

    private SubmitCase submitCase(TimeBasis time, boolean casesKnown, Instant now) {
        return new SubmitCase(
                new DemoAssessments(time, casesKnown),
                cases,
                files,
                new Upload.Limits(3, 1000),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static List<String> codes(Result result) {
        return ((Refused) result).faults().stream().map(Fault::code).toList();
    }
}
