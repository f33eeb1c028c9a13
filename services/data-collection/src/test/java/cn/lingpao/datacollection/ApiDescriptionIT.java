package cn.lingpao.datacollection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.testsupport.Answer;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.SmallAssessment;
import cn.lingpao.testsupport.Stores;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ApiDescriptionIT {

    private static final String CAMPAIGN = "/api/v1/campaigns/{campaign}";

    private static RunningService service;
    private static JsonNode paths;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "data-collection", Stores.embedded(ApiDescriptionIT.class), List.of(DataCollectionApplication.class));
        service.publish(Reference.framework(), SmallAssessment.campaign("described"));
        service.publish(SmallAssessment.target("described", "a"));
        paths = service.get("/v3/api-docs/collection").json().get("paths");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            201 | PUT  | /evidence                               |                  | text/plain           | new bytes      | collector
            200 | PUT  | /evidence                               | ?capturedAt=2021-10-01T00:00:00Z | application/warc | no archive | collector
            400 | PUT  | /evidence                               | ?kind=movie      | text/plain           | x              | collector
            401 | PUT  | /evidence                               |                  | text/plain           | x              | -
            403 | PUT  | /evidence                               |                  | text/plain           | x              | auditor
            415 | PUT  | /evidence                               |                  | multipart/form-data; boundary=x | x   | collector
            422 | PUT  | /evidence                               | ?sha256=0000000000000000000000000000000000000000000000000000000000000000 | text/plain | x | collector
            404 | GET  | /evidence/{sha256}                      |                  | -                    | -              | auditor
            400 | GET  | /evidence                               | ?size=0          | -                    | -              | auditor
            400 | GET  | /evidence/history                       |                  | -                    | -              | auditor
            200 | GET  | /evidence/export                        |                  | -                    | -              | auditor
            200 | POST | /observations                           |                  | application/x-ndjson | {}             | collector
            415 | POST | /observations                           |                  | text/plain           | {}             | collector
            400 | GET  | /observations                           | ?page=-1         | -                    | -              | auditor
            200 | GET  | /observations/template                  | ?format=csv      | -                    | -              | collector
            400 | GET  | /observations/template                  | ?format=pdf      | -                    | -              | collector
            404 | GET  | /observations/template                  | ?target=x        | -                    | -              | collector
            422 | POST | /observations/sheet                     |                  | text/csv             | colour         | collector
            400 | GET  | /plan                                   | ?state=lost      | -                    | -              | auditor
            404 | GET  | /plan                                   | ?target=x        | -                    | -              | auditor
            409 | POST | /tasks/{target}/{checkPoint}/return     |                  | application/json     | {"reason":"r"} | reviewer
            400 | POST | /tasks/{target}/{checkPoint}/return     |                  | application/json     | {}             | reviewer
            404 | POST | /tasks/{target}/{checkPoint}/claim      | -x               | -                    | -              | reviewer
            """)
    void what_is_answered_is_described(
            int status, String method, String path, String query, String type, String body, String role) {
        String asked = (CAMPAIGN + path)
                .replace("{campaign}", "described")
                .replace("{sha256}", "0".repeat(64))
                .replace("{target}", "-x".equals(query) ? "x" : "a")
                .replace("{checkPoint}", "service.met");
        String more = query == null || query.equals("-x") ? "" : query;
        String[] roles = role == null ? new String[0] : new String[] {role};

        Answer answer = service.send(method, asked + more, type, body == null ? "" : body, roles);

        assertThat(answer.status()).isEqualTo(status);
        JsonNode described = operation(method, CAMPAIGN + path).at("/responses/" + status + "/content");
        String answered = answer.header("Content-Type").replaceFirst(";.*", "");
        assertThat(described.propertyNames()).contains(answered);
    }

    @Test
    void bytes_are_described_as_what_they_are() {
        assertThat(bodyTypes("POST", "/observations")).containsExactly("application/x-ndjson");
        assertThat(bodyTypes("PUT", "/evidence/{sha256}")).containsExactly("*/*");
        assertThat(bodyTypes("POST", "/evidence")).contains("application/warc");
        assertThat(operation("GET", CAMPAIGN + "/evidence/{sha256}/thumbnail")
                        .at("/responses/200/content")
                        .propertyNames())
                .containsExactly("image/png");
    }

    @Test
    void every_operation_says_how_it_refuses() {
        paths.forEach(path -> path.forEach(operation -> {
            assertThat(operation
                            .at("/responses/401/content/application~1problem+json/schema/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/Problem");
            assertThat(operation.get("responses").propertyNames()).doesNotContain("500");
        }));
    }

    private static Iterable<String> bodyTypes(String method, String path) {
        return operation(method, CAMPAIGN + path).at("/requestBody/content").propertyNames();
    }

    private static JsonNode operation(String method, String path) {
        return paths.get(path).get(method.toLowerCase(Locale.ROOT));
    }
}
