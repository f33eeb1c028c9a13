package cn.lingpao.docker;

import static cn.lingpao.docker.Checkout.map;
import static cn.lingpao.docker.Checkout.strings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ObservabilityTest {

    private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?=[{\\[)])");

    private final JsonNode dashboard =
            JsonMapper.shared().readTree(Checkout.text("infra/observability/grafana/dashboards/lingpao.json"));

    @Test
    void prometheus_asks_every_service() {
        Map<String, Object> prometheus = map(Checkout.yaml("infra/observability/prometheus.yml"));
        Map<String, Object> job = map(((List<?>) prometheus.get("scrape_configs")).getFirst());
        Map<String, Object> targets = map(((List<?>) job.get("static_configs")).getFirst());
        List<String> expected = Checkout.services().stream()
                .map(service -> service + ":" + (service.equals("gateway") ? 9080 : Checkout.port(service)))
                .toList();

        assertThat(job).containsEntry("metrics_path", "/actuator/prometheus");
        assertThat(strings(targets.get("targets"))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void the_dashboard_shows_what_must_be_watched() {
        assertThat(metrics())
                .contains(
                        "lingpao_events_consumed_total",
                        "lingpao_events_repeated_total",
                        "lingpao_events_deadlettered_total",
                        "kafka_consumer_fetch_manager_records_lag",
                        "http_server_requests_seconds_count");
    }

    @Test
    void every_counter_of_ours_is_counted_somewhere() {
        String counters = Checkout.text("libs/eventing/src/main/java/cn/lingpao/eventing/EventCounters.java")
                + Checkout.text("services/gateway/src/main/java/cn/lingpao/gateway/http/ClientLimits.java");
        assertThat(counters).contains("\"lingpao.events.\"", "\"lingpao.gateway.limited\"");
        assertThat(metrics().stream().filter(metric -> metric.startsWith("lingpao_")))
                .allMatch(metric ->
                        metric.matches("lingpao_(events_(consumed|repeated|deadlettered)|gateway_limited)_total"));
        assertThat(counters).contains("consumed", "repeated", "deadlettered");
    }

    @Test
    void the_panels_do_not_lie_on_each_other_and_name_their_source() {
        List<String> places = new ArrayList<>();
        for (JsonNode panel : dashboard.get("panels")) {
            places.add(panel.at("/gridPos/x").asInt() + ","
                    + panel.at("/gridPos/y").asInt());
            assertThat(panel.get("title").asString()).isNotBlank();
            for (JsonNode target : panel.get("targets")) {
                assertThat(target.at("/datasource/uid").asString()).isEqualTo("prometheus");
                assertThat(balanced(target.get("expr").asString())).isTrue();
            }
        }
        assertThat(places).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    }

    @Test
    void grafana_finds_its_source_and_its_dashboards() {
        Map<String, Object> sources =
                map(Checkout.yaml("infra/observability/grafana/provisioning/datasources/prometheus.yml"));
        Map<String, Object> providers =
                map(Checkout.yaml("infra/observability/grafana/provisioning/dashboards/lingpao.yml"));

        assertThat(map(((List<?>) sources.get("datasources")).getFirst()))
                .containsEntry("uid", "prometheus")
                .containsEntry("url", "http://prometheus:9090");
        Object path = map(map(((List<?>) providers.get("providers")).getFirst()).get("options"))
                .get("path");
        assertThat(Checkout.text("docker-compose.yml")).contains("/grafana/dashboards:" + path + ":ro");
    }

    private List<String> metrics() {
        List<String> names = new ArrayList<>();
        for (JsonNode panel : dashboard.get("panels")) {
            for (JsonNode target : panel.get("targets")) {
                METRIC.matcher(target.get("expr").asString())
                        .results()
                        .map(MatchResult::group)
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static boolean balanced(String expression) {
        return expression.chars().filter(c -> c == '(').count()
                        == expression.chars().filter(c -> c == ')').count()
                && expression.chars().filter(c -> c == '{').count()
                        == expression.chars().filter(c -> c == '}').count();
    }
}
