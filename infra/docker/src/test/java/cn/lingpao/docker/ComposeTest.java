package cn.lingpao.docker;

import static cn.lingpao.docker.Checkout.map;
import static cn.lingpao.docker.Checkout.strings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ComposeTest {

    private static final String FILE = "docker-compose.yml";
    private static final Pattern BIND = Pattern.compile("(\\./[^:]+):([^:]+)(:ro)?");

    private final Map<String, Object> compose = map(Checkout.yaml(FILE));
    private final Map<String, Object> containers = map(compose.get("services"));

    @Test
    void it_is_valid_by_the_schema_of_the_compose_specification() {
        assertThat(schema().validate(JsonMapper.shared().valueToTree(compose))).isEmpty();
    }

    @Test
    void the_schema_refuses_what_is_wrong() {
        Map<String, Object> misspelt = Map.of("services", Map.of("a", Map.of("imagee", "x")));

        assertThat(schema().validate(JsonMapper.shared().valueToTree(misspelt))).isNotEmpty();
    }

    private static Schema schema() {
        JsonNode schema = JsonMapper.shared()
                .readTree(Checkout.text("infra/docker/src/test/resources/compose-spec/compose-spec.json"));
        dropOldIds(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(schema);
    }

    /** The published schema names its parts by {@code id}, which its own dialect no longer knows. */
    private static void dropOldIds(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("id").isString()) {
            object.remove("id");
        }
        node.forEach(ComposeTest::dropOldIds);
    }

    @Test
    void every_service_runs_from_the_one_image() {
        for (String service : Checkout.services()) {
            Map<String, Object> container = map(containers.get(service));
            assertThat(container).as(service).isNotNull();
            assertThat(container.get("command")).isEqualTo(List.of(service));
            assertThat(map(container.get("build"))).containsEntry("dockerfile", "infra/docker/Dockerfile");
            assertThat(container).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
        }
    }

    @Test
    void every_container_that_stays_says_how_it_is() {
        containers.forEach((name, container) -> {
            if (!"no".equals(map(container).get("restart"))) {
                assertThat(map(container)).as(name).containsKey("healthcheck");
            }
        });
    }

    @Test
    void a_service_is_asked_for_its_health_where_it_listens() {
        for (String service : Checkout.services()) {
            Map<String, Object> container = map(containers.get(service));
            Object port = map(container.get("environment"))
                    .getOrDefault("GATEWAY_MANAGEMENT_PORT", Integer.toString(Checkout.port(service)));
            assertThat(map(container.get("healthcheck")).get("test"))
                    .as(service)
                    .isEqualTo(List.of("CMD", "/app/healthy", port));
        }
    }

    @Test
    void addresses_lead_to_a_container_and_its_port() {
        for (String caller : List.of("gateway", "portal")) {
            Map<String, Object> environment = map(map(containers.get(caller)).get("environment"));
            for (String service : Checkout.services()) {
                if (!service.equals("gateway")) {
                    assertThat(environment)
                            .containsEntry(
                                    Checkout.variable(service) + "_URL",
                                    "http://" + service + ":" + Checkout.port(service));
                }
            }
        }
    }

    @Test
    void every_variable_is_one_that_a_service_reads() {
        Set<String> known = new TreeSet<>(Checkout.variables());
        known.add("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWKSETURI");
        for (String service : Checkout.services()) {
            assertThat(known)
                    .as(service)
                    .containsAll(
                            map(map(containers.get(service)).get("environment")).keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LINGPAO_COLLECT_CRON", "LINGPAO_PROBE_CRON"})
    void a_calendar_of_the_collector_can_be_set_and_is_its_own_otherwise(String variable) {
        assertThat(map(map(containers.get("site-collector")).get("environment")))
                .containsEntry(
                        variable, "${%s:-%s}".formatted(variable, Checkout.otherwise("site-collector", variable)));
    }

    @Test
    void no_port_of_the_host_is_taken_twice() {
        List<String> published = new ArrayList<>();
        containers.values().forEach(container -> published.addAll(ports(container)));

        assertThat(published).isNotEmpty().doesNotHaveDuplicates();
    }

    private static List<String> ports(Object container) {
        Object ports = map(container).get("ports");
        return ports == null
                ? List.of()
                : strings(ports).stream().map(port -> port.split(":")[0]).toList();
    }

    @Test
    void what_is_mounted_exists() {
        Map<String, Object> volumes = map(compose.get("volumes"));
        containers.values().stream()
                .map(container -> map(container).get("volumes"))
                .filter(mounts -> mounts != null)
                .flatMap(mounts -> strings(mounts).stream())
                .forEach(mount -> {
                    var bind = BIND.matcher(mount);
                    if (bind.matches()) {
                        assertThat(Checkout.ROOT.resolve(bind.group(1))).exists();
                    } else {
                        assertThat(volumes).containsKey(mount.split(":")[0]);
                    }
                });
    }

    @Test
    void who_waits_waits_for_something_that_is_there() {
        containers.forEach((name, container) -> {
            Map<String, Object> dependencies = map(map(container).getOrDefault("depends_on", Map.of()));
            dependencies.forEach((other, how) -> {
                Map<String, Object> awaited = map(containers.get(other));
                assertThat(awaited).as("%s waits for %s", name, other).isNotNull();
                String condition = String.valueOf(map(how).get("condition"));
                assertThat(condition.equals("service_completed_successfully"))
                        .as("%s waits for %s", name, other)
                        .isEqualTo("no".equals(awaited.get("restart")));
            });
        });
    }

    @Test
    void every_image_has_a_version() {
        containers.values().stream()
                .map(container -> String.valueOf(map(container).get("image")))
                .forEach(image -> assertThat(image)
                        .matches("[a-z/]+:\\$\\{[A-Z_]+:-[^}]+}")
                        .doesNotContain("latest"));
    }

    @Test
    void docker_compose_reads_it() {
        boolean present = Shell.run("docker", "compose", "version").exitCode() == 0;
        if (!present) {
            System.out.println("NOT RUN: docker compose config (this machine has no docker client with compose)");
        }
        assumeThat(present).as("a docker client with compose").isTrue();

        Shell config = Shell.run("docker", "compose", "--file", FILE, "config", "--quiet");

        assertThat(config.exitCode()).as(config.output()).isZero();
    }
}
