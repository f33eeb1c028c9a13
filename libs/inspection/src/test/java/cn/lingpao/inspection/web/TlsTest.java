package cn.lingpao.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.Cause;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken and sound TLS, told with its reason. */
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String LOOPBACK = "san=ip:127.0.0.1";

    @TempDir
    Path folder;

    private final List<FaultServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(FaultServer::close);
    }

    private KeyStore certificate(String... options) throws Exception {
        Path file =
                folder.resolve(options.length + "-" + String.join("", options).hashCode() + ".p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "site",
                "-dname",
                "CN=site",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString()));
        command.addAll(List.of(options));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private FaultServer serve(KeyStore store, String... protocols) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        FaultServer server = new FaultServer(socket).on("/", FaultServer.html("home"));
        servers.add(server);
        return server;
    }

    private static Web web(Certificates certificates) {
        return web(certificates, Webs.QUICK);
    }

    private static Web web(Certificates certificates, Limits limits) {
        return new PoliteWeb(new PoliteWeb.Settings(
                Webs.USER_AGENT,
                limits,
                new AddressRule(List.of(Cidr.parse("127.0.0.0/8"))),
                Names.ofThisMachine(),
                certificates,
                new Webs.Kept(),
                Clock.systemUTC()));
    }

    /** An authority that is trusted, whatever else is wrong. */
    private static Certificates trusting(KeyStore store) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("site", store.getCertificate("site"));
        return Certificates.of(trusted);
    }

    @Test
    void a_sound_certificate_is_valid() throws Exception {
        KeyStore store = certificate("-ext", LOOPBACK, "-validity", "30");
        FaultServer server = serve(store);
        Web web = web(trusting(store));

        assertThat(web.get(server.url("/")).seen()).isTrue();
        TlsReport report = web.tls("127.0.0.1", server.port());
        assertThat(report.valid()).as(report.reason()).isTrue();
        assertThat(report.protocol()).startsWith("TLSv1.");
        assertThat(report.names()).containsExactly("127.0.0.1");
    }

    @Test
    void a_self_signed_certificate_is_told() throws Exception {
        told(web(Certificates.ofThisMachine()), serve(certificate("-ext", LOOPBACK)), "self-signed");
    }

    @Test
    void an_expired_certificate_is_told() throws Exception {
        KeyStore store = certificate("-ext", LOOPBACK, "-startdate", "-30d", "-validity", "10");
        told(web(trusting(store)), serve(store), "expired on");
    }

    @Test
    void a_certificate_of_tomorrow_is_told() throws Exception {
        KeyStore store = certificate("-ext", LOOPBACK, "-startdate", "+10d", "-validity", "10");
        told(web(trusting(store)), serve(store), "valid only from");
    }

    @Test
    void a_certificate_of_another_host_is_told() throws Exception {
        KeyStore store = certificate("-ext", "san=dns:www.other.example");
        told(web(trusting(store)), serve(store), "another host: www.other.example");
    }

    private static void told(Web web, FaultServer server, String reason) {
        Capture capture = web.get(server.url("/"));
        assertThat(capture.cause()).isEqualTo(Cause.TLS);
        assertThat(capture.detail()).contains(reason);

        TlsReport report = web.tls("127.0.0.1", server.port());
        assertThat(report.valid()).isFalse();
        assertThat(report.cause()).isEqualTo(Cause.TLS);
        assertThat(report.reason()).contains(reason);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void what_is_not_tls_is_told() throws Exception {
        for (FaultServer.Answer answer : List.<FaultServer.Answer>of(
                FaultServer.raw("HTTP/1.1 400 Bad Request\r\n\r\n"), (client, out) -> client.close())) {
            ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try (var client = socket.accept()) {
                        client.getInputStream().read();
                        answer.to(client, client.getOutputStream());
                        client.getOutputStream().flush();
                    } catch (Exception gone) {
                        // the client has had enough
                    }
                }
            });
            Web web = web(Certificates.ofThisMachine());

            assertThat(web.get(java.net.URI.create("https://127.0.0.1:" + socket.getLocalPort() + "/"))
                            .cause())
                    .isEqualTo(Cause.TLS);
            assertThat(web.tls("127.0.0.1", socket.getLocalPort()).cause()).isEqualTo(Cause.TLS);
            socket.close();
        }
    }

    @Test
    void a_handshake_that_never_ends_ends() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            assertThat(web(Certificates.ofThisMachine(), Webs.IMPATIENT)
                            .tls("127.0.0.1", silent.getLocalPort())
                            .cause())
                    .isEqualTo(Cause.TIMEOUT);
        }
    }
}
