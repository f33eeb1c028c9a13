package cn.lingpao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageTest {

    private static final String FIRST = "GET /campaigns/c/observations/progress";

    @TempDir
    Path folder;

    @AutoClose
    private final FakeGateway gateway = new FakeGateway();

    @Test
    void an_outage_is_waited_out_and_told_once() {
        gateway.on(FIRST, 503, "{\"detail\":\"data-collection is away\"}");
        Progresses.of(gateway, 1, 1, 1, 1, 1);

        Said said = gateway.lingpao("campaign", "status", "c");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).startsWith("cells: 1 collected");
        assertThat(said.err().lines())
                .containsExactly("waiting up to 1 s: " + gateway.url()
                        + " answers (503): data-collection is away; see 'lingpao status'");
    }

    @Test
    void an_outage_that_lasts_ends_in_a_sentence() {
        gateway.on(FIRST, 502, "<html>\n<h1>Bad Gateway</h1>");

        Said said = gateway.lingpao("campaign", "status", "c");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err().lines()).last().isEqualTo(gateway.url() + " answers (502): <html>; see 'lingpao status'");
    }

    @Test
    void a_platform_that_is_not_there_is_named() throws IOException {
        String nobody = "http://localhost:" + freePort();

        Said said = Said.by("campaign", "status", "c", "--url", nobody, "--issuer", gateway.url(), "--patience", "0");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .isEqualToIgnoringNewLines(nobody + " does not answer (ConnectException); see 'lingpao status'");
    }

    @Test
    void an_issuer_that_is_not_there_is_named_as_such() throws IOException {
        String nobody = "http://localhost:" + freePort();

        Said said = Said.by("campaign", "status", "c", "--url", gateway.url(), "--issuer", nobody, "--patience", "0");

        assertThat(said.err()).startsWith("the issuer " + nobody + " does not answer");
    }

    @Test
    void a_token_that_is_no_longer_accepted_is_replaced_once() {
        gateway.on(FIRST, 401, "");
        Progresses.of(gateway, 1, 1, 1, 1, 1);

        assertThat(gateway.lingpao("campaign", "status", "c").exit()).isZero();
        assertThat(gateway.requests())
                .extracting(FakeGateway.Request::authorization)
                .startsWith("Bearer token-1", "Bearer token-2")
                .endsWith("Bearer token-2");
    }

    @Test
    void a_client_without_rights_gets_a_sentence_at_once() {
        gateway.on(FIRST, 401, "");

        assertThat(gateway.lingpao("campaign", "status", "c"))
                .returns(1, Said::exit)
                .returns("refused (401): no valid token", said -> said.err().strip());
    }

    @Test
    void where_nothing_was_started_a_sentence_says_what_to_do() {
        Path nothing = folder.resolve("run.properties");

        Said said = Said.by("campaign", "status", "c", "--started", nothing.toString());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .isEqualToIgnoringNewLines(
                        "nothing was started here: run 'lingpao up --detach' first, or name a platform with --url");
    }

    @Test
    void an_address_that_is_none_is_named() {
        assertThat(Said.by("campaign", "status", "c", "--url", "localhost:8080").err())
                .isEqualToIgnoringNewLines("'localhost:8080' is no address like http://host:8080");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
