package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.Links;
import cn.lingpao.inspection.site.View;
import cn.lingpao.inspection.web.Ipv6Report;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The host has an IPv6 address and takes a connection there. */
final class Ipv6 implements Check {

    @Override
    public String id() {
        return "ipv6";
    }

    @Override
    public String citation() {
        return Citations.GUIDELINES + "“支持IPv6”；" + Citations.INDICATORS + "扣分指标“IPv6改造”";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of();
    }

    @Override
    public Finding decide(Inspection inspection) {
        View home = inspection.site().home();
        URI given = inspection.subject().url();
        boolean leads = home.seen() && Links.bareHost(home.url()).equals(Links.bareHost(given));
        URI url = leads ? home.url() : given;
        int usual = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        Ipv6Report report = inspection.web().ipv6(url.getHost(), url.getPort() > 0 ? url.getPort() : usual);
        List<String> evidence = List.of(report.evidence());
        Cause cause = report.cause();
        if (report.connected()) {
            return Finding.met(url.getHost() + " at " + report.addresses(), evidence);
        }
        if (cause == null || cause == Cause.REFUSED) {
            String reading =
                    report.addresses().isEmpty() ? "no AAAA record" : report.addresses() + " refuse the connection";
            return Finding.notMet(url.getHost() + " " + reading, evidence);
        }
        return Finding.undetermined(cause, url.getHost() + " " + report.addresses() + " " + report.detail(), evidence);
    }
}
