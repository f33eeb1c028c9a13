package cn.lingpao.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {

    private static final Path CHART = Checkout.ROOT.resolve("helm/lingpao");

    @Test
    void the_chart_passes_the_strict_linter() {
        LintResult result = new Helm(CHART).lint().strict().call();

        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @Test
    void it_renders_only_fields_that_kubernetes_knows() {
        assertThat(Manifests.parse(chart().call())).isNotEmpty().allSatisfy(ChartTest::assertKnown);
        assertThat(Manifests.parse(everything().call())).isNotEmpty().allSatisfy(ChartTest::assertKnown);
    }

    private static void assertKnown(HasMetadata manifest) {
        assertThat(Manifests.unknownFields(manifest))
                .as("%s %s", manifest.getKind(), manifest.getMetadata().getName())
                .isEmpty();
    }

    @Test
    void a_field_that_kubernetes_does_not_know_is_found() {
        HasMetadata misspelt = Manifests.parse("""
                apiVersion: v1
                kind: Service
                metadata: {name: x}
                spec:
                  ports: [{port: 1, targetPortt: 2}]
                """).getFirst();

        assertThat(Manifests.unknownFields(misspelt)).containsExactly("Service.spec.ports.targetPortt");
    }

    @Test
    void every_service_has_a_workload_and_an_address() {
        List<HasMetadata> manifests = Manifests.parse(chart().call());
        List<String> names =
                Checkout.services().stream().map(service -> "x-" + service).toList();

        assertThat(names(manifests, Service.class)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(Stream.concat(
                        names(manifests, Deployment.class).stream(), names(manifests, StatefulSet.class).stream()))
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(names(manifests, StatefulSet.class)).containsExactlyInAnyOrder("x-scoring", "x-site-collector");
        assertThat(names(manifests, PodDisruptionBudget.class))
                .containsExactlyInAnyOrderElementsOf(names.stream()
                        .filter(name -> !name.equals("x-portal") && !name.equals("x-site-collector"))
                        .toList());
        assertThat(names(manifests, NetworkPolicy.class)).isEmpty();
        assertThat(names(manifests, Ingress.class)).isEmpty();
        assertThat(names(manifests, HorizontalPodAutoscaler.class)).isEmpty();
    }

    @Test
    void what_is_optional_can_be_had() {
        List<HasMetadata> manifests = Manifests.parse(everything().call());

        assertThat(names(manifests, NetworkPolicy.class)).hasSameSizeAs(Checkout.services());
        assertThat(names(manifests, HorizontalPodAutoscaler.class))
                .hasSize(Checkout.services().size() - 1)
                .doesNotContain("x-site-collector");
        assertThat(names(manifests, Ingress.class)).containsExactly("x-gateway");
        assertThat(names(manifests, Job.class)).containsExactly("x-topics");
        assertThat(container(manifests, "gateway").getEnv())
                .anyMatch(env -> env.getName().equals("GATEWAY_FORWARD_HEADERS"));
    }

    @Test
    void services_listen_are_probed_and_are_called_at_the_same_port() {
        List<HasMetadata> manifests = Manifests.parse(chart().call());
        for (String service : Checkout.services()) {
            Container container = container(manifests, service);
            int port = Checkout.port(service);
            int asked = service.equals("gateway") ? 9080 : port;
            assertThat(container.getPorts().getFirst().getContainerPort()).isEqualTo(port);
            assertThat(container.getReadinessProbe().getHttpGet().getPort().getIntVal())
                    .isEqualTo(asked);
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
            assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
            assertThat(value(container(manifests, "portal"), Checkout.variable(service) + "_URL"))
                    .isEqualTo(service.equals("gateway") ? "" : "http://x-" + service + ":" + port);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LINGPAO_COLLECT_CRON", "LINGPAO_PROBE_CRON"})
    void a_calendar_of_the_collector_can_be_set_and_is_its_own_otherwise(String variable) {
        List<HasMetadata> plain = Manifests.parse(chart().call());
        List<HasMetadata> never = Manifests.parse(
                chart().set("services.site-collector.env." + variable, "-").call());

        assertThat(value(container(plain, "site-collector"), variable))
                .isEqualTo(Checkout.otherwise("site-collector", variable));
        assertThat(value(container(never, "site-collector"), variable)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({
        "site-collector, LINGPAO_SITE_COLLECTOR_SECRET",
        "portal, LINGPAO_PORTAL_SECRET",
    })
    void a_secret_of_a_client_is_read_from_a_secret_and_stands_nowhere_else(String service, String variable) {
        List<HasMetadata> own = Manifests.parse(
                chart().set("services." + service + ".client.secret", "its-own").call());
        List<HasMetadata> yours = Manifests.parse(chart().set("services." + service + ".client.existingSecret", "yours")
                .set("services." + service + ".client.secretKey", "key")
                .call());

        assertThat(secretOf(own, service, variable)).isEqualTo("x-" + service + "-client client-secret");
        assertThat(secrets(own)).contains("x-" + service + "-client {client-secret=its-own}");
        assertThat(secretOf(yours, service, variable)).isEqualTo("yours key");
        assertThat(secrets(yours)).noneMatch(secret -> secret.startsWith("x-" + service));
        assertThat(own)
                .filteredOn(manifest -> !(manifest instanceof Secret))
                .noneMatch(manifest -> Serialization.asYaml(manifest).contains("its-own"));
        assertThatThrownBy(() -> chart().set("services." + service + ".env." + variable, "plain")
                        .call())
                .hasMessageContaining("is a secret");
    }

    private static String secretOf(List<HasMetadata> manifests, String service, String variable) {
        return container(manifests, service).getEnv().stream()
                .filter(env -> env.getName().equals(variable))
                .map(env -> env.getValueFrom().getSecretKeyRef())
                .map(key -> key.getName() + " " + key.getKey())
                .collect(Collectors.joining(", "));
    }

    private static List<String> secrets(List<HasMetadata> manifests) {
        return manifests.stream()
                .filter(Secret.class::isInstance)
                .map(Secret.class::cast)
                .map(secret -> secret.getMetadata().getName() + " " + secret.getStringData())
                .toList();
    }

    @Test
    void containers_may_do_nothing_but_their_work() {
        for (String service : Checkout.services()) {
            Container container = container(Manifests.parse(chart().call()), service);
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getResources().getLimits()).containsKey("memory");
        }
    }

    @Test
    void every_variable_is_one_that_a_service_reads() {
        Set<String> known = new TreeSet<>(Checkout.variables());
        known.add("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWKSETURI");
        List<HasMetadata> manifests = Manifests.parse(everything().call());
        for (String service : Checkout.services()) {
            assertThat(known)
                    .as(service)
                    .containsAll(container(manifests, service).getEnv().stream()
                            .map(EnvVar::getName)
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kafka.bootstrapServer, kafka:9092",
        "services.scoring.prot, 8084",
        "services.gateway.port, 70000",
        "services.nobody.port, 1",
        "issuer.uri, keycloak",
    })
    void a_value_that_makes_no_sense_is_refused(String key, String value) {
        assertThatThrownBy(() -> chart().set(key, value).call()).hasMessageContaining("schema");
    }

    private static TemplateCommand chart() {
        return new Helm(CHART).template().withName("x").withKubeVersion("1.33.0");
    }

    /** Hooks are not part of what is rendered here, so the job of the topics is rendered as an ordinary one. */
    private static TemplateCommand everything() {
        return chart().set("defaults.autoscaling.enabled", true)
                .set("networkPolicy.enabled", true)
                .set("ingress.enabled", true)
                .set("ingress.className", "nginx")
                .set("ingress.tlsSecret", "tls")
                .set("topics.hook", false)
                .set("issuer.jwkSetUri", "http://keycloak/certs")
                .set("mongodb.existingSecret", "mongo")
                .set("services.scoring.state.storageClass", "fast")
                .set("imagePullSecrets[0].name", "pull")
                .set("serviceAccount.annotations.a", "b")
                .set("defaults.env.LINGPAO_MAX_BODY", "8MB");
    }

    private static List<String> names(List<HasMetadata> manifests, Class<? extends HasMetadata> kind) {
        return manifests.stream()
                .filter(kind::isInstance)
                .map(manifest -> manifest.getMetadata().getName())
                .toList();
    }

    private static String value(Container container, String variable) {
        return container.getEnv().stream()
                .filter(env -> env.getName().equals(variable))
                .map(EnvVar::getValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static Container container(List<HasMetadata> manifests, String service) {
        return manifests.stream()
                .filter(manifest -> manifest.getMetadata().getName().equals("x-" + service))
                .flatMap(manifest -> switch (manifest) {
                    case Deployment deployment -> deployment.getSpec().getTemplate().getSpec().getContainers().stream();
                    case StatefulSet set -> set.getSpec().getTemplate().getSpec().getContainers().stream();
                    default -> Stream.<Container>empty();
                })
                .findFirst()
                .orElseThrow();
    }
}
