package cn.lingpao.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lingpao.inspection.Cause;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The internal network is not visited, however an address comes about. */
class InternalAddressTest {

    private final FaultServer server = new FaultServer().on("*", FaultServer.html("inside"));

    @AfterEach
    void stop() {
        server.close();
    }

    private static Web closed() {
        return Webs.of(Webs.QUICK, new AddressRule(List.of()));
    }

    private static Web opened(String... ranges) {
        return Webs.of(
                Webs.QUICK,
                new AddressRule(List.of(ranges).stream().map(Cidr::parse).toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "239.1.1.1",
                "255.255.255.255",
                "240.0.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "192.88.99.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::3",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2001::1",
                "2001:db8::1",
                "fec0::1",
                "3fff::1",
                "5f00::1",
                "100::1"
            })
    void internal_and_reserved_addresses_are_refused(String address) {
        assertThat(new AddressRule(List.of()).refusal(Webs.literal(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "202.96.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.0.1",
                "2400:3200::1",
                "64:ff9b::101:101"
            })
    void public_addresses_are_not(String address) {
        assertThat(new AddressRule(List.of()).refusal(Webs.literal(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://127.1:%d/",
                "http://2130706433:%d/",
                "http://0x7f000001:%d/",
                "http://0177.0.0.1:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://127.0.0.1.:%d/",
                "http://0:%d/",
                "http://①②⑦.0.0.1:%d/"
            })
    void no_spelling_of_loopback_reaches_it(String pattern) {
        Capture capture = closed().get(URI.create("http://unused.invalid/"));
        capture = WebAddress.of(pattern.formatted(server.port()))
                .map(closed()::get)
                .orElse(capture);

        assertThat(capture.cause()).isIn(Cause.INTERNAL_ADDRESS, Cause.DNS);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1/16",
                "127.0.0/8",
                "127/8",
                "010.0.0.0/8",
                "localhost",
                "127.0.0.0/33",
                "::1/129",
                "1.2.3.256"
            })
    void a_range_that_can_be_read_in_several_ways_is_none(String text) {
        assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_name_that_resolves_to_an_internal_address_is_not_visited() {
        Web web = Webs.of(
                Webs.QUICK,
                new AddressRule(List.of()),
                Webs.resolving("www.example.gov.cn", "127.0.0.1"),
                new Webs.Kept());

        assertThat(web.get(URI.create("http://www.example.gov.cn:" + server.port() + "/"))
                        .cause())
                .isEqualTo(Cause.INTERNAL_ADDRESS);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void of_a_name_with_several_addresses_only_those_that_may_be_are_connected_to() {
        server.on("/robots.txt", FaultServer.page(404, "text/plain", ""));
        Web web = Webs.of(
                Webs.QUICK,
                new AddressRule(List.of(Cidr.parse("127.0.0.1/32"))),
                Webs.resolving("both.example", "127.0.0.2", "127.0.0.1"),
                new Webs.Kept());
        try (FaultServer inside = new FaultServer(server("127.0.0.2")).on("*", FaultServer.html("secret"))) {
            assertThat(web.get(URI.create("http://both.example:" + server.port() + "/"))
                            .seen())
                    .isTrue();
            assertThat(web.get(URI.create("http://both.example:" + inside.port() + "/"))
                            .cause())
                    .isEqualTo(Cause.REFUSED);
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void a_name_that_changes_its_address_after_the_look_up_gains_nothing() {
        int[] asked = {0};
        Names rebinding = host -> List.of(Webs.literal(asked[0]++ % 2 == 0 ? "192.0.2.1" : "127.0.0.1"));
        Web web = Webs.of(Webs.QUICK, new AddressRule(List.of()), rebinding, new Webs.Kept());

        for (int attempt = 0; attempt < 4; attempt++) {
            assertThat(web.get(URI.create("http://rebinding.example:" + server.port() + "/"))
                            .cause())
                    .isEqualTo(Cause.INTERNAL_ADDRESS);
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_redirect_to_an_internal_address_is_not_followed() {
        try (FaultServer inside = new FaultServer(server("127.0.0.2")).on("*", FaultServer.html("secret"))) {
            server.on("/page", FaultServer.redirect(302, "http://127.0.0.2:" + inside.port() + "/"));
            server.on(
                    "/meta",
                    FaultServer.html(
                            "<meta http-equiv=refresh content='0;url=http://127.0.0.2:" + inside.port() + "/'>"));
            server.on("/robots.txt", FaultServer.page(404, "text/plain", ""));
            Web web = opened("127.0.0.1/32");

            assertThat(web.get(server.url("/page")).cause()).isEqualTo(Cause.INTERNAL_ADDRESS);
            assertThat(web.get(server.url("/meta")).cause()).isEqualTo(Cause.INTERNAL_ADDRESS);
            assertThat(web.probe(server.url("/page")).cause()).isEqualTo(Cause.INTERNAL_ADDRESS);
            assertThat(inside.requests()).isEmpty();
        }
    }

    private static java.net.ServerSocket server(String address) {
        try {
            return new java.net.ServerSocket(0, 5, Webs.literal(address));
        } catch (java.io.IOException taken) {
            throw new java.io.UncheckedIOException(taken);
        }
    }

    @Test
    void only_the_opened_range_is_opened() {
        server.on("/robots.txt", FaultServer.page(404, "text/plain", ""));

        assertThat(opened("127.0.0.2/32").get(server.url("/")).cause()).isEqualTo(Cause.INTERNAL_ADDRESS);
        assertThat(opened("10.0.0.0/8").get(server.url("/")).cause()).isEqualTo(Cause.INTERNAL_ADDRESS);
        assertThat(opened("::1/128").get(server.url("/")).cause()).isEqualTo(Cause.INTERNAL_ADDRESS);
        assertThat(opened("127.0.0.1/32").get(server.url("/")).seen()).isTrue();
    }

    @Test
    void neither_certificates_nor_ipv6_are_looked_at_inside() {
        assertThat(closed().tls("127.0.0.1", server.port()).cause()).isEqualTo(Cause.INTERNAL_ADDRESS);
        assertThat(closed().ipv6("::1", server.port()).cause()).isEqualTo(Cause.INTERNAL_ADDRESS);
        assertThat(closed().tls("[::1]", server.port()).cause()).isEqualTo(Cause.INTERNAL_ADDRESS);
        assertThat(closed().ipv6("[::1]", server.port()).cause()).isEqualTo(Cause.INTERNAL_ADDRESS);
        assertThat(closed().allowed(server.url("/"))).isFalse();
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "http:///path",
                "http://",
                "",
                "www.example.org",
                "http://user:pass@example.org/",
                "http://example.org:0/",
                "http://example.org:99999/",
                "http://example.org:22/",
                "http://exa mple.org/",
                "gopher://example.org/",
                "data:text/html,x",
                "http://[::1/",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://1.2.3.08/",
                "http://4294967296/",
                "http://0x1ffffffff/"
            })
    void odd_addresses_are_not_visited(String text) {
        assertThat(WebAddress.of(text)).isEmpty();
        assertThat(WebAddress.fault(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.1/",
                "http://0177.0.0.1/",
                "http://0x7f000001/",
                "http://0x7F.0.0x1/",
                "http://2130706433/",
                "http://017700000001/",
                "http://127.0.0.1./",
                "http://１２７。０。０。１/"
            })
    void odd_spellings_of_an_address_are_read_as_browsers_read_them(String text) {
        assertThat(WebAddress.of(text)).contains(URI.create("http://127.0.0.1/"));
    }

    @Test
    void addresses_as_the_web_writes_them_are_read() {
        assertThat(WebAddress.of("HTTP://WWW.Example.ORG:80/a b/中文.html?q=一#x"))
                .contains(URI.create("http://www.example.org/a%20b/%E4%B8%AD%E6%96%87.html?q=%E4%B8%80"));
        assertThat(WebAddress.of("http://政府.中国")).contains(URI.create("http://xn--mxtq1m.xn--fiqs8s/"));
        assertThat(WebAddress.of("http://a_b.example/x|y")).contains(URI.create("http://a_b.example/x%7Cy"));
        assertThat(WebAddress.resolve(URI.create("http://h.example/a/b.html"), "../c.html?x=1#y"))
                .contains(URI.create("http://h.example/c.html?x=1"));
        assertThat(WebAddress.resolve(URI.create("http://h.example/a/"), "mailto:x@y"))
                .isEmpty();
        assertThat(WebAddress.resolve(URI.create("http://h.example/a/"), "//other.example/"))
                .contains(URI.create("http://other.example/"));
    }
}
