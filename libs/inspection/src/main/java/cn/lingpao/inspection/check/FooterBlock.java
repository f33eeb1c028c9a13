package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.FooterReading;
import cn.lingpao.inspection.site.View;
import java.util.List;
import java.util.Map;

/** The footer of the home page shows the block that the regulation asks for. */
final class FooterBlock implements HomePageCheck {

    @Override
    public String id() {
        return "footer";
    }

    @Override
    public String citation() {
        return Citations.GUIDELINES + "“页面布局·底部功能区”；" + Citations.INDICATORS + "扣分指标“网站标识”";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of();
    }

    @Override
    public Finding decide(Inspection inspection, View home) {
        FooterReading footer = FooterReading.of(home.parts());
        String shown = "shown: " + String.join(", ", footer.shown().keySet());
        if (footer.missing().isEmpty()) {
            return Finding.met(shown, home.evidence());
        }
        String reading = "missing: " + String.join(", ", footer.missing()) + "; " + shown;
        if (footer.scripted() && !home.rendered()) {
            return Finding.undetermined(Cause.NEEDS_BROWSER, reading, home.evidence());
        }
        return footer.wordless()
                ? Finding.undetermined(Cause.PARSE, reading + "; a picture without words may hold it", home.evidence())
                : HomePageCheck.fault(List.of(home), reading, home.evidence());
    }
}
