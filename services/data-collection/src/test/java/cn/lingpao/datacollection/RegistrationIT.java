package cn.lingpao.datacollection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.testsupport.Answer;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.SmallAssessment;
import cn.lingpao.testsupport.Stores;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationIT {

    private static final String CAMPAIGN = "/api/v1/campaigns/mine";
    private static final String NDJSON = "application/x-ndjson";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "data-collection", Stores.embedded(RegistrationIT.class), List.of(DataCollectionApplication.class));
        service.publish(Reference.framework(), PlanIT.assigned("mine"), SmallAssessment.campaign("others"));
        service.publish(SmallAssessment.target("mine", "a"), SmallAssessment.target("others", "a"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            service.met;   "channel":"portal";-
            service.met;   "note":null;channel
            service.share; "channel":"portal";checkPoint
            service.met;   "channel":"portal","collector":{"id":"site-collector","kind":"SYSTEM"};-
            service.met;   "channel":"portal","collector":{"id":"site-collector","kind":"PERSON"};collector.id
            service.met;   "channel":"portal","collector":{"id":"another","kind":"SYSTEM"};collector.id
            """)
    void a_program_may_emit_only_what_it_is_registered_for(String point, String more, String field) {
        String value = point.equals("service.share") ? "12" : "\"MET\"";
        Answer report = service.asProgram("site-collector")
                .post(
                        CAMPAIGN + "/observations",
                        NDJSON,
                        row(point, value, more.replace("\"note\":null", "\"evidence\":[]")),
                        "collector");

        assertThat(report.at("/rejected")).isEqualTo(field == null ? "0" : "1");
        if (field != null) {
            assertThat(report.at("/rows/0/code")).isEqualTo("not-registered");
            assertThat(report.at("/rows/0/field")).isEqualTo(field);
        }
    }

    @Test
    void a_program_that_is_registered_for_nothing_is_told_what_to_do() {
        Answer report = service.asProgram("stranger")
                .post(
                        CAMPAIGN + "/observations",
                        NDJSON,
                        row("service.met", "\"MET\"", "\"evidence\":[]"),
                        "collector");

        assertThat(report.at("/rows/0/code")).isEqualTo("not-registered");
        assertThat(report.at("/rows/0/reason")).contains("'stranger'", "'mine'", "administrator", "'collection'");
    }

    @Test
    void a_sheet_of_a_program_is_held_to_the_same() {
        String sheet = "target,checkPoint,value,observedAt\na,service.share,12,2021-10-01 9:30\n";
        Answer report = service.asProgram("site-collector")
                .post(CAMPAIGN + "/observations/sheet?dryRun=true", "text/csv", sheet, "collector");

        assertThat(report.at("/errors/0/code")).isEqualTo("not-registered");
    }

    @Test
    void evidence_is_taken_from_a_program_only_where_something_is_assigned_to_it() {
        assertThat(service.asProgram("site-collector")
                        .send("PUT", CAMPAIGN + "/evidence", "text/plain", "seen", "collector")
                        .status())
                .isEqualTo(201);
        Answer refused = service.asProgram("site-collector")
                .send("PUT", "/api/v1/campaigns/others/evidence", "text/plain", "seen", "collector");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/code")).isEqualTo("not-registered");
    }

    @Test
    void a_program_brings_evidence_in_its_own_name_only() {
        String evidence = CAMPAIGN + "/evidence?capturedAt=2021-10-01T00:00:00Z&collector=";
        Answer asAnother = service.asProgram("site-collector")
                .send("PUT", evidence + "another", "text/plain", "mine", "collector");
        assertThat(asAnother.status()).isEqualTo(403);
        assertThat(asAnother.at("/code")).isEqualTo("not-registered");
        assertThat(service.asProgram("site-collector")
                        .send("PUT", evidence + "site-collector", "text/plain", "mine", "collector")
                        .status())
                .isEqualTo(201);
        assertThat(service.as("wang")
                        .send("PUT", evidence + "another", "text/plain", "mine", "collector")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void people_and_an_administrators_program_import_what_others_observed() {
        String imported = row("service.share", "12", "\"collector\":{\"id\":\"another\",\"kind\":\"SYSTEM\"}");
        assertThat(service.as("wang")
                        .post(CAMPAIGN + "/observations", NDJSON, imported, "collector")
                        .at("/rejected"))
                .isEqualTo("0");
        assertThat(service.asProgram("lingpao-cli")
                        .post(CAMPAIGN + "/observations", NDJSON, imported, "collector", "administrator")
                        .at("/rejected"))
                .isEqualTo("0");
    }

    private static String row(String point, String value, String more) {
        return ("{\"target\":\"a\",\"checkPoint\":\"%s\",\"value\":%s,"
                        + "\"observedAt\":\"2021-10-01T10:00:00+08:00\",%s}")
                .formatted(point, value, more);
    }
}
