package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.Links;
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
        View home = inspection.site().home();
        URI url = shown(inspection.subject().url(), home);
        TlsReport report =
                inspection.web().tls(url.getHost(), isHttps(url) && url.getPort() > 0 ? url.getPort() : USUAL);
        String at = report.host() + ":" + report.port();
        List<String> evidence = List.of(report.evidence());
        if (report.valid()) {
            return Finding.met(
                    at + " " + report.protocol() + " " + report.names() + " until " + report.notAfter(), evidence);
        }
        if (!report.protocol().isEmpty() || !report.names().isEmpty()) {
            return Finding.notMet(at + " " + report.reason(), evidence);
        }
        return withoutHandshake(report, at, home);
    }

    /** Where the channel presents itself: an https address that it leads to on the same host counts as its own. */
    private static URI shown(URI given, View home) {
        boolean leads = isHttps(home.url()) && Links.bareHost(home.url()).equals(Links.bareHost(given));
        return leads ? home.url() : given;
    }

    /** HTTP only is proven by a page over HTTP and a port that refuses TLS, or that answers plain HTTP itself. */
    private static Finding withoutHandshake(TlsReport report, String at, View home) {
        List<String> both = Stream.concat(Stream.of(report.evidence()), home.evidence().stream())
                .toList();
        Cause cause = Objects.requireNonNullElse(report.cause(), Cause.TLS);
        boolean answers = home.seen() || home.cause() == Cause.NEEDS_BROWSER;
        if (answers && !isHttps(home.url())) {
            boolean samePort = home.url().getPort() == report.port();
            if (cause == Cause.REFUSED || samePort && (cause == Cause.TLS || cause == Cause.RESET)) {
                String how = samePort ? " speaks no TLS" : " refuses";
                return Finding.notMet("HTTP only: " + home.url() + " answers and " + at + how, both);
            }
        }
        if (cause == Cause.REFUSED && home.cause() != null) {
            String reading = at + " " + report.reason() + "; " + home.url() + " not seen: " + home.detail();
            return Finding.undetermined(home.cause(), reading, both);
        }
        return Finding.undetermined(cause, at + " " + report.reason(), List.of(report.evidence()));
    }

    private static boolean isHttps(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }
}
