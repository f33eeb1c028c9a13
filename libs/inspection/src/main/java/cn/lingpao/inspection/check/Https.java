package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.site.View;
import cn.lingpao.inspection.web.TlsReport;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The host presents itself over TLS with a certificate that a browser accepts. */
final class Https implements Check {

    private static final int USUAL = 443;

    @Override
    public String id() {
        return "https";
    }

    @Override
    public String citation() {
        return Citations.GUIDELINES + "“安全防护：传输加密”";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of();
    }

    @Override
    public Finding decide(Inspection inspection) {
        URI url = inspection.subject().url();
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        int port = https && url.getPort() > 0 ? url.getPort() : USUAL;
        TlsReport report = inspection.web().tls(url.getHost(), port);
        String at = report.host() + ":" + report.port();
        List<String> evidence = List.of(report.evidence());
        if (report.valid()) {
            return Finding.met(
                    at + " " + report.protocol() + " " + report.names() + " until " + report.notAfter(), evidence);
        }
        if (!report.protocol().isEmpty() || !report.names().isEmpty()) {
            return Finding.notMet(at + " " + report.reason(), evidence);
        }
        View home = inspection.site().home();
        if (report.cause() == Cause.REFUSED && !https && home.capture().status() > 0) {
            List<String> both =
                    Stream.concat(evidence.stream(), home.evidence().stream()).toList();
            return Finding.notMet("HTTP only: " + url + " answers and " + at + " refuses", both);
        }
        Cause cause = Objects.requireNonNullElse(report.cause(), Cause.TLS);
        return Finding.undetermined(cause, at + " " + report.reason(), evidence);
    }
}
