package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.Links;
import cn.lingpao.inspection.site.View;
import java.net.URI;
import java.util.Map;

/** The channel is at a {@code .gov.cn} host, where it is registered and where it ends. */
final class GovCnHost implements Check {

    @Override
    public String id() {
        return "gov-cn-host";
    }

    @Override
    public String citation() {
        return Citations.GUIDELINES + "“域名管理”；" + Citations.INDICATORS + "扣分指标“域名名称”";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of();
    }

    @Override
    public Finding decide(Inspection inspection) {
        View home = inspection.site().home();
        if (!home.hasDocument()) {
            return HomePageCheck.unseen(home);
        }
        URI registered = inspection.subject().url();
        String reading = registered.getHost() + ", answered by " + home.url().getHost();
        return isGovernment(registered) && isGovernment(home.url())
                ? Finding.met(reading, home.evidence())
                : Finding.notMet(reading, home.evidence());
    }

    private static boolean isGovernment(URI url) {
        return ("." + Links.bareHost(url)).endsWith(".gov.cn");
    }
}
