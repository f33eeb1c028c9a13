package cn.lingpao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

class ManagementPortTest {

    @Test
    void health_and_metrics_can_be_kept_from_the_outside() {
        try (GatewayWithStubs gateway = new GatewayWithStubs("--GATEWAY_MANAGEMENT_PORT=0")) {
            String inside = "http://localhost:" + gateway.setting("local.management.port") + "/actuator/";

            assertThat(status(gateway, inside + "health/readiness")).isEqualTo(200);
            assertThat(status(gateway, inside + "health/liveness")).isEqualTo(200);
            assertThat(status(gateway, inside + "prometheus")).isEqualTo(200);
            assertThat(gateway.get("/actuator/health").statusCode()).isEqualTo(404);
            assertThat(gateway.get("/actuator/prometheus").statusCode()).isEqualTo(404);
        }
    }

    private static int status(GatewayWithStubs gateway, String url) {
        return gateway.send(HttpRequest.newBuilder(URI.create(url))).statusCode();
    }
}
