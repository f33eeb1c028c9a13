package cn.lingpao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final String FORM = "/api/v1/campaigns/d/cases";

    private GatewayWithStubs gateway;

    @BeforeEach
    void start() {
        gateway = new GatewayWithStubs(
                "--GATEWAY_LIMIT_PUBLIC_FORM=2",
                "--GATEWAY_FORWARD_HEADERS=native",
                "--GATEWAY_TRUSTED_PROXIES=127\\.0\\.0\\.1|::1|0:0:0:0:0:0:0:1");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void the_public_form_is_limited_per_address() {
        assertThat(submit("192.0.2.1").statusCode()).isEqualTo(200);
        assertThat(submit("192.0.2.1").statusCode()).isEqualTo(200);

        HttpResponse<String> third = submit("192.0.2.1");

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(third.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(GatewayWithStubs.problem(third).get("code").asString()).isEqualTo("too-many-requests");
        assertThat(submit("192.0.2.2").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/actuator/prometheus").body())
                .contains("lingpao_gateway_limited_total{limit=\"public-form\"");
    }

    @Test
    void whoever_has_a_token_is_counted_by_its_subject_and_not_by_the_form() {
        for (int i = 0; i < 5; i++) {
            assertThat(gateway.post(gateway.as(FORM, "case-submitter"), "{}").statusCode())
                    .isEqualTo(200);
        }
    }

    private HttpResponse<String> submit(String client) {
        return gateway.post(gateway.request(FORM).header("X-Forwarded-For", client), "{}");
    }
}
