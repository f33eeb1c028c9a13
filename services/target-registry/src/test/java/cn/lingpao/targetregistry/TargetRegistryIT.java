package cn.lingpao.targetregistry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.contracts.Topic;
import cn.lingpao.testsupport.Answer;
import cn.lingpao.testsupport.RunningService;
import cn.lingpao.testsupport.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetRegistryIT {

    private static final Path SAMPLE = Path.of("../../infra/samples/godi-2015");
    private static final String ADMINISTRATOR = "administrator";
    private static final String HEADER = "id,name,name_en,division_code,group,marks,channels\n";

    private static RunningService registry;

    @BeforeAll
    static void the_registry_runs_and_has_a_framework() {
        registry = RunningService.start(
                "target-registry",
                Stores.embedded(TargetRegistryIT.class),
                List.of(TargetRegistryApplication.class),
                "--lingpao.registry.announce-patience=2m");
        assertThat(publish(sample("framework.yml")).status()).isEqualTo(201);
    }

    @AfterAll
    static void the_registry_stops() {
        registry.close();
    }

    @Test
    void a_framework_is_published_once_and_shown_as_written() {
        String document = sample("framework.yml");

        Answer again = publish(document);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/outcome")).isEqualTo("unchanged");
        assertThat(registry.get("/api/v1/frameworks/godi-2015@1/document", "auditor")
                        .text())
                .isEqualTo(document);
        assertThat(registry.get("/api/v1/frameworks", "auditor")
                        .json()
                        .at("/0/ref")
                        .asString())
                .isEqualTo("godi-2015@1");
        assertThat(registry.get("/api/v1/frameworks/none@1", "auditor").status())
                .isEqualTo(404);
    }

    @Test
    void other_content_under_a_published_ref_is_a_conflict() {
        Answer other = publish(sample("framework.yml") + "\n# changed\n");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("/code")).isEqualTo("framework-published");
    }

    @Test
    void a_framework_with_faults_is_refused_with_every_line_and_nothing_is_stored() {
        String faulty = sample("framework.yml")
                .replaceFirst("id: godi-2015", "id: godi-bad")
                .replaceFirst("rule: checklist", "rule: guesswork");

        Answer refused = publish(faulty);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().at("/errors/0/line").asInt()).isPositive();
        assertThat(refused.json().at("/errors/0/column").asInt()).isPositive();
        assertThat(refused.at("/errors/0/reason")).isNotBlank();
        assertThat(registry.get("/api/v1/frameworks/godi-bad@1", "auditor").status())
                .isEqualTo(404);
    }

    @Test
    void a_campaign_is_opened_repeated_and_changed() {
        assertThat(define(campaign("life")).status()).isEqualTo(201);
        assertThat(define(campaign("life")).at("/outcome")).isEqualTo("unchanged");

        Answer changed = define(campaign("life").replace("to: 2015-12-16", "to: 2015-12-17"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/outcome")).isEqualTo("changed");
        assertThat(changed.json().at("/campaign/sequence").asInt()).isEqualTo(2);
        assertThat(registry.get("/api/v1/campaigns/life", "auditor").at("/phases/0/to"))
                .isEqualTo("2015-12-17");
    }

    @Test
    void a_campaign_file_with_faults_is_refused_with_its_lines() {
        Answer refused = define(campaign("bad").replace("framework: godi-2015@1", "framework: none@1"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/code")).isEqualTo("unknown-framework");
        assertThat(refused.json().at("/errors/0/line").asInt()).isEqualTo(7);
        assertThat(define(campaign("bad") + "extra: 1\n").at("/errors/0/code")).isEqualTo("unknown-key");
    }

    @Test
    void the_targets_that_ship_are_imported_and_a_second_import_changes_nothing() {
        define(campaign("places"));

        Answer first = importTargets("places", sample("targets.csv"));
        Answer second = importTargets("places", sample("targets.csv"));

        assertThat(first.json().at("/created").asInt()).isEqualTo(122);
        assertThat(second.json().at("/unchanged").asInt()).isEqualTo(122);
        assertThat(registry.get("/api/v1/campaigns/places/targets", "auditor")
                        .json()
                        .size())
                .isEqualTo(122);
        assertThat(registry.get("/api/v1/campaigns/places/targets/tw", "auditor")
                        .at("/name/en"))
                .isEqualTo("Taiwan");
    }

    @Test
    void rows_at_fault_are_reported_and_the_others_stored() {
        define(campaign("rows"));

        Answer report = importTargets("rows", HEADER + "a,甲,,,places,,\nb,乙,,,nowhere,,\na,丙,,,places,,\n");

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.json().at("/created").asInt()).isEqualTo(1);
        assertThat(report.json().at("/rejected").asInt()).isEqualTo(2);
        assertThat(report.json().at("/rows/1").toString())
                .contains("\"line\":3", "unknown-group", "\"field\":\"group\"");
        assertThat(report.json().at("/rows/2").toString()).contains("\"line\":4", "duplicate-id");
    }

    @Test
    void a_table_in_another_encoding_or_with_other_columns_is_refused() {
        define(campaign("encoding"));
        byte[] gbk = (HEADER + "a,甲,,,places,,\n").getBytes(Charset.forName("GBK"));

        Answer encoding = registry.send("POST", "/api/v1/campaigns/encoding/targets", "text/csv", gbk, ADMINISTRATOR);
        Answer columns = importTargets("encoding", "id,name,score\n");

        assertThat(encoding.at("/errors/0/code")).isEqualTo("wrong-encoding");
        assertThat(columns.status()).isEqualTo(422);
        assertThat(columns.text()).contains("'score' is not known", "'group' is missing");
    }

    @Test
    void three_thousand_targets_are_imported_and_every_one_is_told() {
        define(campaign("many"));
        StringBuilder table = new StringBuilder(HEADER);
        IntStream.range(0, 3000)
                .forEach(i ->
                        table.append("t%d,第%d号,No %d,,places,,portal=https://t%d.example/\n".formatted(i, i, i, i)));

        Answer report = importTargets("many", table.toString());

        assertThat(report.json().at("/created").asInt()).isEqualTo(3000);
        assertThat(told("many")).hasSize(3000);
    }

    @Test
    void a_target_and_its_channels_are_registered_one_by_one() {
        define(campaign("single"));
        String path = "/api/v1/campaigns/single/targets/yun";
        String body = """
                {"name": {"zh": "云州"}, "group": "places", "channels": [{"kind": "portal", "url": "https://y.example/"}]}""";

        assertThat(put(path, body).status()).isEqualTo(201);
        assertThat(put(path, body).at("/outcome")).isEqualTo("unchanged");
        assertThat(put(path + "/channels/app-ios", "{\"kind\": \"app-ios\"}").at("/target/channels/1/id"))
                .isEqualTo("app-ios");
        assertThat(put("/api/v1/campaigns/single/targets/none/channels/app", "{\"kind\": \"app-ios\"}")
                        .status())
                .isEqualTo(404);
        assertThat(put(path, "{\"group\": \"nowhere\"}").status()).isEqualTo(422);
        assertThat(told("single")).extracting(TargetRegistered::sequence).containsExactly(1L, 2L);
    }

    @Test
    void an_unknown_key_of_a_body_is_named_and_what_is_no_json_is_located() {
        define(campaign("strict"));

        Answer unknown = put("/api/v1/campaigns/strict/targets/yun", "{\"nmae\": 1}");
        Answer malformed = put("/api/v1/campaigns/strict/targets/yun", "{\n  \"group\": ,\n}");

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.at("/errors/0/code")).isEqualTo("unknown-key");
        assertThat(unknown.at("/errors/0/field")).isEqualTo("nmae");
        assertThat(malformed.at("/errors/0/code")).isEqualTo("malformed-json");
        assertThat(malformed.json().at("/errors/0/line").asInt()).isEqualTo(2);
    }

    @Test
    void a_county_applies_without_a_login_and_becomes_a_target() {
        define(campaign("counties")
                .replace(
                        "phases:\n",
                        "phases:\n  - {id: participation, name: {zh: 参评, en: P}, from: 2015-01-01, to: 2015-02-01}\n"));
        String path = "/api/v1/campaigns/counties/participations";
        String body = """
                {"name": {"zh": "云县"}, "contact": {"name": "张三", "phone": "010-1", "email": "z@y.example"}, "at": "%s"}""";

        Answer received = registry.send("POST", path, "application/json", body.formatted("2015-01-15T00:00:00Z"));
        Answer late = registry.send("POST", path, "application/json", body.formatted("2015-03-15T00:00:00Z"));
        String id = received.at("/participationId");
        Answer accepted = registry.send(
                "POST",
                path + "/" + id + "/acceptance",
                "application/json",
                "{\"targetId\": \"yun\", \"group\": \"places\"}",
                ADMINISTRATOR);

        assertThat(received.status()).isEqualTo(201);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("participation", "2015-01-01", "2015-02-01");
        assertThat(accepted.at("/name/zh")).isEqualTo("云县");
        assertThat(registry.get(path).status()).isEqualTo(401);
        assertThat(registry.get(path, "target-representative").status()).isEqualTo(403);
        assertThat(registry.get(path, ADMINISTRATOR).at("/0/accepted/targetId")).isEqualTo("yun");
        assertThat(told("counties")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/frameworks, application/yaml",
        "POST, /api/v1/campaigns, application/yaml",
        "POST, /api/v1/campaigns/x/targets, text/csv",
        "PUT, /api/v1/campaigns/x/targets/t, application/json",
        "PUT, /api/v1/campaigns/x/targets/t/channels/c, application/json"
    })
    void only_an_administrator_writes(String method, String path, String type) {
        assertThat(registry.send(method, path, type, "{}").status()).isEqualTo(401);
        assertThat(registry.send(method, path, type, "{}", "collector", "auditor")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_body_over_its_limit_is_answered_413() {
        String huge = "x".repeat(5 << 20);

        assertThat(publish(huge).status()).isEqualTo(413);
    }

    private static Answer publish(String document) {
        return registry.send("POST", "/api/v1/frameworks", "application/yaml", document, ADMINISTRATOR);
    }

    private static Answer define(String file) {
        return registry.send("POST", "/api/v1/campaigns", "application/yaml", file, ADMINISTRATOR);
    }

    private static Answer importTargets(String campaign, String table) {
        return registry.send("POST", "/api/v1/campaigns/" + campaign + "/targets", "text/csv", table, ADMINISTRATOR);
    }

    private static Answer put(String path, String body) {
        return registry.send("PUT", path, "application/json", body, ADMINISTRATOR);
    }

    private static String campaign(String id) {
        return sample("campaign.yml").replaceFirst("id: godi-2015", "id: " + id);
    }

    private static String sample(String file) {
        try {
            return Files.readString(SAMPLE.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The targets of a campaign that the topic tells of by now, in order. */
    private static List<TargetRegistered> told(String campaign) {
        return registry.told(TargetRegistered.class, Topic.TARGET).stream()
                .filter(target -> target.campaignId().equals(campaign))
                .toList();
    }
}
