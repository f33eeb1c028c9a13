package cn.lingpao.publication.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lingpao.publication.Garden;
import cn.lingpao.publication.RunningPublication;
import cn.lingpao.publication.adapter.mongo.MongoReleases;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReleaseIT {

    private static final RunningPublication SERVICE = RunningPublication.shared();
    private static final String AT = "{\"at\":\"2021-12-10T02:00:00Z\"}";
    private static final String PUBLIC = "/api/v1/public/campaigns/garden";

    private static HttpResponse<String> first;

    @BeforeAll
    static void release() {
        new Garden(SERVICE, "garden").settle();
        first = SERVICE.post("publisher", "/api/v1/campaigns/garden/releases", AT);
    }

    @Test
    void a_release_is_created_and_says_what_has_no_score() {
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location")).contains(PUBLIC + "/releases/1");
        assertThat(first.body())
                .contains("\"outcome\":\"published\"", "\"number\":1", "\"undetermined\":3", "\"targets\":3");
    }

    @Test
    void the_same_content_again_is_unchanged() {
        HttpResponse<String> again = SERVICE.post("publisher", "/api/v1/campaigns/garden/releases", AT);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("\"outcome\":\"unchanged\"", "\"number\":1");
    }

    @Test
    void only_a_publisher_releases() {
        assertThat(SERVICE.post("collector", "/api/v1/campaigns/garden/releases", AT)
                        .statusCode())
                .isEqualTo(403);
        assertThat(SERVICE.send(SERVICE.request("/api/v1/campaigns/garden/releases")
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(SERVICE.get("/api/v1/campaigns/garden/releases/progress").statusCode())
                .isEqualTo(401);
    }

    @Test
    void progress_tells_how_far_the_scores_have_come() {
        String path = "/api/v1/campaigns/garden/releases/progress";
        JsonNode progress = json(SERVICE.send(SERVICE.requestAs("auditor", path)));
        assertThat(progress.get("verdicts").asInt()).isEqualTo(10);
        assertThat(progress.get("awards").asInt()).isZero();
        assertThat(progress.get("targets").asInt()).isEqualTo(5);
    }

    @Test
    void a_refusal_is_a_problem_with_a_code() {
        HttpResponse<String> refused =
                SERVICE.post("publisher", "/api/v1/campaigns/garden/releases", "{\"at\":\"2021-11-01T00:00:00Z\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("\"code\":\"outside-phase\"", "2021-12-01 to 2021-12-31");
        assertThat(SERVICE.post("publisher", "/api/v1/campaigns/nobody/releases", AT)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_still_moving_is_named() {
        Garden garden = new Garden(SERVICE, "moving");
        garden.settle();
        SERVICE.tell(garden.sheet(new Garden.Plant("basil", "79", 2, false)));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            HttpResponse<String> refused = SERVICE.post("publisher", "/api/v1/campaigns/moving/releases", AT);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("still-moving", "\"field\":\"all/basil\"", "\"code\":\"total\"");
        });
        assertThat(SERVICE.get("/api/v1/public/campaigns/moving/releases").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anybody_can_check_the_hashes() throws Exception {
        HttpResponse<String> content = SERVICE.get(PUBLIC + "/releases/1/content");
        JsonNode release = json(SERVICE.get(PUBLIC + "/releases/1"));
        assertThat(sha256(content.body())).isEqualTo(release.get("hash").asString());
        JsonNode target = release.at("/content/targets/0");
        HttpResponse<String> sheet =
                SERVICE.get(PUBLIC + "/releases/1/targets/" + target.get("id").asString());
        assertThat(sha256(sheet.body())).isEqualTo(target.get("hash").asString());
        JsonNode list = release.at("/content/lists/0");
        HttpResponse<String> ranking =
                SERVICE.get(PUBLIC + "/releases/1/rankings/" + list.get("id").asString());
        assertThat(sha256(ranking.body())).isEqualTo(list.get("hash").asString());
    }

    @Test
    void a_numbered_release_may_be_cached_for_ever_and_the_latest_for_a_moment() {
        HttpResponse<String> numbered = SERVICE.get(PUBLIC + "/releases/1/rankings/all");
        HttpResponse<String> latest = SERVICE.get(PUBLIC + "/releases/latest/rankings/all");
        assertThat(header(numbered, "Cache-Control")).contains("immutable", "max-age=31536000", "public");
        assertThat(header(latest, "Cache-Control")).contains("max-age=30").doesNotContain("immutable");
        assertThat(latest.body()).isEqualTo(numbered.body());
        assertThat(header(latest, "Link")).isEqualTo("<" + PUBLIC + "/releases/1>; rel=\"canonical\"");
    }

    @Test
    void an_unchanged_answer_is_not_sent_again() {
        for (String path : List.of(
                "/api/v1/public/campaigns",
                PUBLIC + "/releases",
                PUBLIC + "/releases/1",
                PUBLIC + "/releases/1/content",
                PUBLIC + "/releases/1/rankings/all",
                PUBLIC + "/releases/1/rankings/all.csv",
                PUBLIC + "/releases/1/targets/aster",
                PUBLIC + "/releases/1/scores.csv")) {
            String etag = header(SERVICE.get(path), "ETag");
            assertThat(etag).as(path).startsWith("\"").endsWith("\"");
            HttpResponse<String> again = SERVICE.send(SERVICE.request(path).header("If-None-Match", etag));
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void a_ranking_is_a_table_for_those_who_ask_for_one() {
        String path = PUBLIC + "/releases/1/rankings/all";
        HttpResponse<String> bySuffix = SERVICE.get(path + ".csv");
        HttpResponse<String> byHeader = SERVICE.send(SERVICE.request(path).header("Accept", "text/csv"));
        assertThat(bySuffix.body())
                .startsWith("rank,tied,target,name,name_en,division_code,total,level")
                .contains("\r\n1,false,aster,虚构aster,Invented aster,")
                .contains(",91.5,good,良好,Good,0,all,garden,1,true\r\n");
        assertThat(byHeader.body()).isEqualTo(bySuffix.body());
        assertThat(header(byHeader, "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(header(bySuffix, "ETag")).isNotEqualTo(header(SERVICE.get(path), "ETag"));
    }

    @Test
    void the_scores_of_all_nodes_are_a_table() {
        HttpResponse<String> table = SERVICE.get(PUBLIC + "/releases/1/scores.csv");
        assertThat(table.body().lines()).hasSize(1 + 3 * 3);
        assertThat(table.body()).contains(",data,数据,Data,garden,1,40,UNDETERMINED,,0,1,garden,1,true\r\n");
        assertThat(header(table, "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    }

    @Test
    void any_site_may_read() {
        HttpResponse<String> answer =
                SERVICE.send(SERVICE.request(PUBLIC + "/releases/1").header("Origin", "https://www.ccidegov.cn"));
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void open_api_describes_the_public_results_and_nothing_else() {
        HttpResponse<String> description = SERVICE.get("/v3/api-docs");
        assertThat(description.statusCode()).isEqualTo(200);
        JsonNode paths = json(description).get("paths");
        assertThat(paths.propertyNames()).hasSize(8).allMatch(path -> path.startsWith("/api/v1/public/campaigns"));
    }

    @Test
    void the_others_are_told() {
        MongoTemplate mongo = SERVICE.bean(MongoTemplate.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> mongo.findById("garden/1", Document.class, MongoReleases.COLLECTION)
                        .getList("outbox", Document.class)
                        .isEmpty());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String sha256(String body) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    }
}
