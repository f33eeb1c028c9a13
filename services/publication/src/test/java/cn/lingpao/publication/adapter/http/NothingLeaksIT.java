package cn.lingpao.publication.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.publication.Garden;
import cn.lingpao.publication.RunningPublication;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks every public door for everything it can think of, and looks for what must not be seen in every byte. */
class NothingLeaksIT {

    private static final RunningPublication SERVICE = RunningPublication.shared();
    private static final String CAMPAIGN = "leaky";
    private static final String ROOT = "/api/v1/public/campaigns/" + CAMPAIGN + "/releases";

    /** Ids, names, scores and division codes of the plants that no list shows. */
    private static final List<String> SECRETS = secrets();

    private static final List<String> QUERIES = List.of(
            "",
            "?page=1&size=1000",
            "?page=-1",
            "?limit=100000&offset=2",
            "?top=100",
            "?all=true&hidden=true&internal=true",
            "?sort=total,desc",
            "?sort=rank&order=asc",
            "?target=dwarf-elm",
            "?q=elm",
            "?search=elder",
            "?fields=*&expand=all",
            "?format=csv",
            "?list=pond",
            "?at=2000-01-01T00:00:00Z",
            "?%00=%27",
            "?debug=true&trace=true");

    private static final List<Map<String, String>> HEADERS = List.of(
            Map.of(),
            Map.of("Accept", "text/csv"),
            Map.of("Accept", "text/html"),
            Map.of("Accept", "application/xml"),
            Map.of("Accept", "nonsense"),
            Map.of("Accept", "application/json", "Accept-Language", "zh-CN"),
            Map.of("Range", "bytes=0-1000000"),
            Map.of("Range", "items=2-4"),
            Map.of("If-None-Match", "*"),
            Map.of("If-None-Match", "\"0\""),
            Map.of("If-Match", "\"0\""),
            Map.of("If-Modified-Since", "Wed, 01 Jan 2020 00:00:00 GMT"),
            Map.of("Origin", "https://example.org"),
            Map.of("X-HTTP-Method-Override", "PUT", "X-Forwarded-Host", "example.org"),
            Map.of("X-Forwarded-Prefix", "/internal"),
            Map.of("Authorization", "Basic YWRtaW46YWRtaW4="));

    @BeforeAll
    static void release() {
        new Garden(SERVICE, CAMPAIGN).settle();
        HttpResponse<String> created =
                SERVICE.post("publisher", "/api/v1/campaigns/leaky/releases", "{\"at\":\"2021-12-10T02:00:00Z\"}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    }

    @Test
    void no_answer_to_any_question_holds_a_secret() {
        List<String> paths = paths();
        for (String path : paths) {
            QUERIES.forEach(query -> ask("GET", path + query, Map.of()));
            HEADERS.forEach(headers -> ask("GET", path, headers));
            Stream.of("HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
                    .forEach(method -> ask(method, path, Map.of()));
        }
        assertThat(paths).hasSizeGreaterThan(60);
    }

    @Test
    void a_hidden_target_and_an_unknown_one_are_the_same_to_the_last_byte() {
        for (String number : List.of("1", "latest")) {
            for (Map<String, String> headers : HEADERS) {
                HttpResponse<String> hidden = ask("GET", ROOT + "/" + number + "/targets/elder", headers);
                HttpResponse<String> unknown = ask("GET", ROOT + "/" + number + "/targets/nobody", headers);
                assertThat(unknown.statusCode()).isIn(404, 401);
                assertThat(hidden.statusCode()).isEqualTo(unknown.statusCode());
                assertThat(hidden.body()).isEqualTo(unknown.body());
                assertThat(headersOf(hidden)).isEqualTo(headersOf(unknown));
            }
        }
    }

    @Test
    void a_ranking_does_not_say_how_many_it_keeps_back() {
        JsonNode ranking = json(ROOT + "/1/rankings/all");
        assertThat(ranking.propertyNames()).containsExactlyInAnyOrder("campaign", "list", "entries");
        assertThat(ranking.at("/list").propertyNames()).containsExactlyInAnyOrder("id", "name", "top");
        assertThat(ranking.get("entries")).hasSize(2);
        assertThat(SERVICE.get(ROOT + "/1/rankings/all.csv").body().lines()).hasSize(3);
    }

    @Test
    void a_target_that_one_list_shows_is_silent_about_the_list_that_does_not() {
        JsonNode sheet = json(ROOT + "/1/targets/cedar");
        assertThat(sheet.get("lists")).hasSize(1);
        assertThat(sheet.at("/lists/0/id").asString()).isEqualTo("pond");
        assertThat(sheet.at("/lists/0/rank").asInt()).isEqualTo(1);
        assertThat(SERVICE.get(ROOT + "/1/rankings/all").body()).doesNotContain("cedar");
    }

    @Test
    void the_table_of_all_scores_holds_shown_targets_only() {
        assertThat(SERVICE.get(ROOT + "/1/scores.csv")
                        .body()
                        .lines()
                        .skip(1)
                        .map(row -> row.split(",")[0])
                        .distinct())
                .containsExactly("aster", "basil", "cedar");
    }

    @Test
    void a_benchmark_does_not_name_the_target_that_set_it() {
        assertThat(SERVICE.get(ROOT + "/1/targets/aster").body()).doesNotContain("elder", "data.open");
    }

    @Test
    void a_campaign_that_was_never_released_is_like_one_that_does_not_exist() {
        new Garden(SERVICE, "unreleased").settle();
        HttpResponse<String> unreleased = SERVICE.get("/api/v1/public/campaigns/unreleased/releases");
        HttpResponse<String> unknown = SERVICE.get("/api/v1/public/campaigns/nothing/releases");
        assertThat(unreleased.body()).isEqualTo(unknown.body());
        assertThat(headersOf(unreleased)).isEqualTo(headersOf(unknown));
        assertThat(SERVICE.get("/api/v1/public/campaigns").body()).doesNotContain("unreleased");
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(
                "/api/v1/public",
                "/api/v1/public/campaigns",
                "/api/v1/public/campaigns/",
                "/api/v1/public/campaigns/leaky",
                ROOT,
                ROOT + "/",
                ROOT + ".csv",
                "/api/v1/campaigns/leaky/releases",
                "/api/v1/campaigns/leaky/releases/progress",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/v3/api-docs/public",
                "/v3/api-docs/swagger-config",
                "/swagger-ui.html",
                "/actuator",
                "/actuator/health",
                "/actuator/info",
                "/actuator/prometheus",
                "/actuator/metrics",
                "/actuator/env",
                "/actuator/loggers",
                "/error",
                "/"));
        for (String number : List.of("1", "latest", "0", "2", "-1", "01", "1.0", "LATEST", "99999999999", "..%2f1")) {
            String release = ROOT + "/" + number;
            Stream.of(
                            "",
                            "/",
                            ".json",
                            "/content",
                            "/content.csv",
                            "/scores.csv",
                            "/scores",
                            "/scores.json",
                            "/targets",
                            "/targets/",
                            "/targets.csv",
                            "/rankings",
                            "/rankings/all",
                            "/rankings/all/",
                            "/rankings/all.csv",
                            "/rankings/all.json",
                            "/rankings/ALL",
                            "/rankings/pond",
                            "/rankings/pond.csv",
                            "/rankings/nothing",
                            "/rankings/*",
                            "/rankings/all/entries/3",
                            "/targets/aster",
                            "/targets/cedar",
                            "/targets/aster.csv",
                            "/targets/*",
                            "/targets/aster/..",
                            "/targets/nobody")
                    .map(release::concat)
                    .forEach(paths::add);
        }
        return paths;
    }

    private static HttpResponse<String> ask(String method, String path, Map<String, String> headers) {
        HttpRequest.Builder request = SERVICE.request(path).method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        HttpResponse<String> answer = SERVICE.send(request);
        String everything = (answer.body() + answer.headers().map()).toLowerCase(Locale.ROOT);
        String asked = path.toLowerCase(Locale.ROOT);
        SECRETS.stream().filter(secret -> !asked.contains(secret)).forEach(secret -> assertThat(everything)
                .as("%s %s %s", method, path, headers)
                .doesNotContain(secret));
        return answer;
    }

    private static JsonNode json(String path) {
        return JsonMapper.shared().readTree(SERVICE.get(path).body());
    }

    private static Map<String, List<String>> headersOf(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    private static List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        for (Garden.Plant plant : Garden.PLANTS.subList(3, 5)) {
            secrets.add(plant.id());
            secrets.add("虚构" + plant.id());
            secrets.add(String.valueOf(plant.total()));
            secrets.add(plant.code());
        }
        return secrets;
    }
}
