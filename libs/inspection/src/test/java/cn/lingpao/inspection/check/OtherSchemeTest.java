package cn.lingpao.inspection.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.Verdict;
import cn.lingpao.inspection.fixture.Answer;
import cn.lingpao.inspection.fixture.FixtureSite;
import cn.lingpao.inspection.fixture.FixtureWeb;
import cn.lingpao.inspection.fixture.Portal;
import cn.lingpao.inspection.fixture.Sites;
import cn.lingpao.inspection.web.TlsReport;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A portal that answers over one of http and https only, and one that shows itself over neither. */
class OtherSchemeTest {

    private final Portal portal = new Portal(Sites.HOST, Sites.CODE, FixtureInspections.TODAY);
    private final FixtureWeb web = new FixtureWeb(FixtureInspections.CLOCK);

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "TIMEOUT", "RESET", "TLS", "SERVER_ERROR"})
    void a_portal_that_is_silent_over_http_is_read_over_https(Cause silence) {
        web.serve("http://" + Sites.HOST, failing(silence)).serve("https://" + Sites.HOST, portal);
        web.presents(portal.tls);

        assertThat(decide("reachability", "http://" + Sites.HOST + "/").reading())
                .contains("0 of 20 probes failed", "20 answered at https://");
        assertThat(decide("reachability", "http://" + Sites.HOST + "/").verdict())
                .isEqualTo(Verdict.MET);
        assertThat(decide("load-time", "http://" + Sites.HOST + "/").verdict()).isEqualTo(Verdict.MET);
        assertThat(decide("footer", "http://" + Sites.HOST + "/").verdict()).isEqualTo(Verdict.MET);
        assertThat(decide("https", "http://" + Sites.HOST + "/").verdict()).isEqualTo(Verdict.MET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":443", ":8443"})
    void a_portal_of_http_only_that_is_registered_with_https_is_read_over_http(String port) {
        web.serve("http://" + Sites.HOST + (port.equals(":8443") ? port : ""), portal)
                .serve("https://" + Sites.HOST + port, failing(Cause.TLS));
        web.presents(silent(port.equals(":8443") ? 8443 : 443, port.equals(":8443") ? Cause.TLS : Cause.REFUSED));
        String url = "https://" + Sites.HOST + port + "/";

        assertThat(decide("reachability", url).verdict()).isEqualTo(Verdict.MET);
        assertThat(decide("site-code", url).verdict()).isEqualTo(Verdict.MET);
        assertThat(decide("https", url).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(decide("https", url).reading()).startsWith("HTTP only: http://");
    }

    @Test
    void a_web_port_of_https_that_is_asked_over_http_is_asked_again_on_the_same_port() {
        web.serve(
                        "http://" + Sites.HOST + ":9443",
                        request -> new Answer(400, Map.of(), new byte[0], Duration.ZERO, Cause.FIREWALL))
                .serve("https://" + Sites.HOST + ":9443", portal);

        assertThat(decide("meta-tags", "http://" + Sites.HOST + ":9443/").cause())
                .isNotEqualTo(Cause.FIREWALL);
        assertThat(decide("home-freshness", "http://" + Sites.HOST + ":9443/").verdict())
                .isEqualTo(Verdict.MET);
    }

    @ParameterizedTest
    @EnumSource(names = {"FIREWALL", "SERVER_ERROR", "TIMEOUT", "JS_CHALLENGE"})
    void a_port_of_https_that_refuses_proves_nothing_where_the_page_was_not_seen(Cause cause) {
        web.serve(Sites.HOST, failing(cause));
        web.presents(silent(443, Cause.REFUSED));

        assertThat(decide("https", "http://" + Sites.HOST + "/"))
                .extracting(Finding::verdict, Finding::cause)
                .containsExactly(Verdict.UNDETERMINED, cause);
    }

    @Test
    void an_invalid_certificate_that_the_http_address_leads_to_is_quoted() {
        String secure = "https://" + Sites.HOST + ":8443";
        web.serve("http://" + Sites.HOST, request -> Answer.redirect(secure + "/"))
                .serve(secure, failing(Cause.TLS));
        web.presents(new TlsReport(
                Sites.HOST, 8443, false, "the certificate is self-signed", Cause.TLS, "TLSv1.3", List.of(), null, ""));

        assertThat(decide("https", "http://" + Sites.HOST + "/").verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(decide("https", "http://" + Sites.HOST + "/").reading())
                .contains("8443 the certificate is self-signed");
        assertThat(decide("footer", "http://" + Sites.HOST + "/").cause()).isEqualTo(Cause.TLS);
    }

    @Test
    void a_firewall_is_not_asked_again_over_the_other_scheme() {
        web.serve(Sites.HOST, failing(Cause.FIREWALL));

        assertThat(decide("footer", "http://" + Sites.HOST + "/").cause()).isEqualTo(Cause.FIREWALL);
        assertThat(web.log()).allMatch(request -> request.contains(" http://"));
    }

    private static FixtureSite failing(Cause cause) {
        return request -> Answer.never(cause);
    }

    private static TlsReport silent(int port, Cause cause) {
        return new TlsReport(Sites.HOST, port, false, "no handshake", cause, "", List.of(), null, "");
    }

    private Finding decide(String check, String url) {
        Map<String, String> parameters = new HashMap<>(FixtureInspections.impatient());
        parameters.putAll(Map.of("reachability.days", "1", "reachability.probes", "20"));
        Subject subject = new Subject("yunlan", Sites.DIVISION, "portal", "portal", URI.create(url));
        Inspection.Tools tools =
                new Inspection.Tools(web, FixtureInspections.CLOCK, new Parameters(parameters), Optional.empty());
        return Checks.all().stream()
                .filter(each -> each.id().equals(check))
                .findFirst()
                .orElseThrow()
                .decide(Inspection.of(List.of(subject), tools).getFirst());
    }
}
