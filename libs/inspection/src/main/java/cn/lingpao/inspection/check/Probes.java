package cn.lingpao.inspection.check;

import cn.lingpao.inspection.site.Site;
import cn.lingpao.inspection.site.View;
import cn.lingpao.inspection.web.Capture;
import cn.lingpao.inspection.web.OtherScheme;
import java.net.URI;

/** Probes of a channel's home page, each one request; where the page is found over the other of http and https, there. */
final class Probes {

    private final Inspection inspection;
    private URI address;
    private boolean settled;

    Probes(Inspection inspection) {
        this.inspection = inspection;
        this.address = inspection.subject().url();
    }

    Capture ask() {
        Capture answer = inspection.web().probe(address);
        if (settled || OtherScheme.of(answer).isEmpty()) {
            return answer;
        }
        settled = true;
        Site site = inspection.site();
        if (site.view(address).seen() || !site.home().seen()) {
            return answer;
        }
        address = OtherScheme.of(answer).get();
        return inspection.web().probe(address);
    }

    /** Asks from now on where a page leads that is only there to lead elsewhere; false where it is the home page itself. */
    boolean goOn(Capture answer) {
        View home = inspection.site().home();
        URI found = home.capture().url();
        boolean onward = answer.seen() && home.hasDocument() && !found.equals(answer.url()) && !found.equals(address);
        if (onward) {
            settled = true;
            address = found;
        }
        return onward;
    }
}
