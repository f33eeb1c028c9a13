package cn.lingpao.casesubmission;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.casesubmission.domain.Examples;
import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.TimeBasis;
import cn.lingpao.contracts.CaseAwarded;
import cn.lingpao.contracts.FrameworkPublished;
import cn.lingpao.contracts.Text;
import cn.lingpao.contracts.Topic;
import cn.lingpao.testsupport.Answer;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CaseSubmissionIT {

    private static final String CASES = "/api/v1/campaigns/demo/cases";
    private static final String FORM = """
            {"target": "yun", "recommender": "云州数字办", "recommendedOn": "2021-10-01",
             "unit": {"name": "云州数字办", "url": "https://yun.example/"},
             "contact": {"name": "张三", "phone": "000-0000", "email": "z@yun.example", "address": "云州一路1号"},
             "types": ["mobile-service", "data-sharing"], "title": "%s", "url": "https://yun.example/case",
             "reason": "优化流程。", "at": "2021-10-01T00:00:00Z"}""";

    private static RunningService service;

    @BeforeAll
    static void the_service_runs_and_knows_a_campaign() throws IOException {
        String document = Files.readString(Path.of("../../infra/samples/cstc-2021/framework.yml"));
        CampaignDefined demo = Examples.campaign(TimeBasis.RECORDED);
        service = RunningService.start(
                "case-submission",
                Stores.embedded(CaseSubmissionIT.class),
                List.of(CaseSubmissionApplication.class),
                "--lingpao.cases.announce-patience=2m",
                "--CASE_SUBMISSION_ATTACHMENT_SIZE=1MB",
                "--CASE_SUBMISSION_MAX_BODY=2MB");
        service.publish(
                new FrameworkPublished("cstc-2021@1", new Text("框架", "Framework"), "…", document, Instant.EPOCH),
                new CampaignDefined(
                        demo.campaignId(),
                        1,
                        demo.name(),
                        "cstc-2021@1",
                        true,
                        demo.time(),
                        demo.phases(),
                        demo.groups(),
                        List.of(),
                        Instant.EPOCH),
                Examples.target("yun"));
    }

    @AfterAll
    static void the_service_stops() {
        service.close();
    }

    @Test
    void anybody_submits_a_case_and_gets_a_receipt_once() {
        Answer received = submit(FORM.formatted("掌上办"));
        Answer again = submit(FORM.formatted("掌上办"));

        assertThat(received.status()).isEqualTo(201);
        assertThat(received.at("/caseId")).hasSize(32);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/caseId")).isEqualTo(received.at("/caseId"));
    }

    @Test
    void personal_data_are_for_judges_and_administrators() {
        String id = submit(FORM.formatted("隐私")).at("/caseId");

        assertThat(service.get("/api/v1/cases/" + id).status()).isEqualTo(401);
        assertThat(service.get(CASES).status()).isEqualTo(401);
        assertThat(service.get(CASES, "case-submitter", "auditor").status()).isEqualTo(403);
        Answer open = service.get("/api/v1/cases/" + id, "auditor");
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.text()).contains("隐私").doesNotContain("张三", "000-0000", "z@yun.example", "inside");
        assertThat(service.get("/api/v1/cases/" + id, "judge").at("/inside/contact/phone"))
                .isEqualTo("000-0000");
        assertThat(service.get(CASES, "administrator").text()).contains("z@yun.example");
    }

    @Test
    void attachments_are_kept_and_downloaded_by_judges_only() {
        byte[] document = Examples.zip("[Content_Types].xml", "word/document.xml");
        byte[] body = new Multipart()
                .form(FORM.formatted("附件"))
                .file("概况.docx", document)
                .file("a.pdf", Examples.PDF)
                .bytes();

        Answer received = service.send("POST", CASES, Multipart.TYPE, body);
        String path = "/api/v1/cases/" + received.at("/caseId") + "/attachments/";

        assertThat(received.status()).isEqualTo(201);
        assertThat(service.get(path + "1", "administrator").status()).isEqualTo(403);
        Answer download = service.get(path + "1", "judge");
        assertThat(download.body()).isEqualTo(document);
        assertThat(download.header("Content-Type")).contains("wordprocessingml");
        assertThat(download.header("Content-Disposition")).startsWith("attachment");
        assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(service.get(path + "2", "judge").body()).isEqualTo(Examples.PDF);
        assertThat(service.get(path + "3", "judge").status()).isEqualTo(404);
    }

    @Test
    void a_form_with_faults_is_refused_with_every_field() {
        Answer refused =
                submit(FORM.formatted("长").replace("优化流程。", "字".repeat(301)).replace("\"yun\"", "\"nowhere\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text()).contains("301 characters", "unknown-target", "\"field\":\"reason\"");
    }

    @Test
    void what_is_no_form_is_refused() {
        assertThat(submit("{\"tilte\": \"x\"}").at("/errors/0/field")).isEqualTo("tilte");
        assertThat(submit("{").at("/code")).isEqualTo("malformed-json");
        assertThat(submit(FORM.formatted("x").replace("2021-10-01T", "2021-12-01T"))
                        .status())
                .isEqualTo(409);
        assertThat(service.send(
                                "POST",
                                "/api/v1/campaigns/none/cases",
                                "application/json",
                                FORM.formatted("x").getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(404);
        assertThat(service.send("POST", CASES, "text/plain", new byte[] {'x'}).status())
                .isEqualTo(415);
    }

    @Test
    void a_file_or_a_body_over_its_limit_is_answered_413() {
        byte[] large = new byte[(1 << 21) + 1];
        System.arraycopy(Examples.PDF, 0, large, 0, Examples.PDF.length);
        byte[] file = new Multipart()
                .form(FORM.formatted("大"))
                .file("a.pdf", Arrays.copyOf(large, (1 << 20) + 1))
                .bytes();
        byte[] body =
                new Multipart().form(FORM.formatted("大")).file("a.pdf", large).bytes();

        assertThat(service.send("POST", CASES, Multipart.TYPE, file).status()).isEqualTo(413);
        assertThat(service.send("POST", CASES, Multipart.TYPE, body).status()).isEqualTo(413);
        assertThat(service.send("POST", CASES, "application/json", large).status())
                .isEqualTo(413);
    }

    @Test
    void a_judge_awards_and_withdraws_and_every_change_is_told_in_sequence() {
        String id = submit(FORM.formatted("获奖")).at("/caseId");
        String path = CASES + "/" + id + "/award";
        byte[] award = """
                {"case": 1, "target": "yun", "type": "mobile-service", "points": 2.5, "note": "虚构", "at": "2021-11-20T00:00:00Z"}""".getBytes(StandardCharsets.UTF_8);

        assertThat(service.send("POST", path, "application/json", award).status())
                .isEqualTo(401);
        assertThat(service.send("POST", path, "application/json", award, "administrator")
                        .status())
                .isEqualTo(403);
        assertThat(service.send("POST", path, "application/json", award, "judge")
                        .status())
                .isEqualTo(201);
        assertThat(service.send("POST", path, "application/json", award, "judge")
                        .at("/outcome"))
                .isEqualTo("unchanged");
        assertThat(service.get(CASES + "/progress", "publisher")
                        .json()
                        .at("/awards")
                        .asInt())
                .isEqualTo(1);
        Answer withdrawn = service.send("DELETE", path + "?at=2021-11-21T00:00:00Z", null, new byte[0], "judge");
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.json().at("/case/inside/award/points").asInt()).isZero();
        assertThat(service.get(CASES + "/progress", "publisher")
                        .json()
                        .at("/awards")
                        .asInt())
                .isZero();

        List<CaseAwarded> told = service.told(CaseAwarded.class, Topic.AWARD).stream()
                .filter(event -> event.caseId().equals(id))
                .toList();
        assertThat(told).extracting(CaseAwarded::sequence).containsExactly(1L, 2L);
        assertThat(told).extracting(CaseAwarded::awardedBy).containsOnly(RunningService.USER);
        assertThat(told).extracting(CaseAwarded::groupId).containsOnly("city");
        assertThat(told.get(0).points()).isEqualByComparingTo("2.5");
        assertThat(told.get(1).points()).isZero();
    }

    @Test
    void points_over_the_cap_of_the_framework_are_refused() {
        String id = submit(FORM.formatted("过高")).at("/caseId");
        byte[] award = "{\"points\": 10.5, \"at\": \"2021-11-20T00:00:00Z\"}".getBytes(StandardCharsets.UTF_8);

        Answer refused = service.send("POST", CASES + "/" + id + "/award", "application/json", award, "judge");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo("over-cap");
    }

    private static Answer submit(String form) {
        return service.send("POST", CASES, "application/json", form.getBytes(StandardCharsets.UTF_8));
    }
}
