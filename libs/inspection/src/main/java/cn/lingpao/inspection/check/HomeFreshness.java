package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.site.View;
import java.util.Map;

/** The home page has an item of the last two weeks. */
final class HomeFreshness implements HomePageCheck {

    @Override
    public String id() {
        return "home-freshness";
    }

    @Override
    public String citation() {
        return Citations.INDICATORS + "单项否决指标“首页不更新”";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("days", "14");
    }

    @Override
    public Finding decide(Inspection inspection, View home) {
        int days = inspection.parameters().number(this, "days");
        return new Freshness(inspection.site(), inspection.today().minusDays(days))
                .of(inspection.site().homeItems(), home);
    }
}
