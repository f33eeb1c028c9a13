package cn.lingpao.inspection.check;

import cn.lingpao.inspection.web.Capture;
import cn.lingpao.inspection.web.OtherScheme;
import cn.lingpao.inspection.web.Web;

/** One probe of a channel's home page; where it fails the other of http and https is probed as well, and an answer counts. */
final class Probes {

    private Probes() {}

    static Capture ask(Inspection inspection) {
        Web web = inspection.web();
        Capture given = web.probe(inspection.subject().url());
        return OtherScheme.of(given).map(web::probe).filter(Capture::seen).orElse(given);
    }
}
