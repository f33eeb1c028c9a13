package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.browser.Browser;
import cn.lingpao.inspection.browser.Rendering;
import cn.lingpao.inspection.reading.Contrast;
import cn.lingpao.inspection.site.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/** What of accessibility is seen on the home page: language, images without words, contrast; a person decides. */
final class Accessibility implements HomePageCheck {

    @Override
    public String id() {
        return "accessibility";
    }

    @Override
    public String citation() {
        return "《Web信息系统无障碍设计技术规范》（GB/T 37668-2019）";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("contrast", "4.5");
    }

    @Override
    public Finding decide(Inspection inspection, View home) {
        Document page = home.document();
        List<String> seen = new ArrayList<>();
        String language = page.select("html").attr("lang");
        seen.add(language.isBlank() ? "no lang" : "lang " + language);
        int images = page.select("img").size();
        seen.add(page.select("img:not([alt])").size() + " of " + images + " images without alt");
        double limit = inspection.parameters().decimal(this, "contrast");
        List<Double> pairs = Contrast.ofInlineStyles(page);
        seen.add(pairs.stream().filter(ratio -> ratio < limit).count() + " of " + pairs.size()
                + " inline colour pairs below " + limit + ":1");
        List<String> evidence = new ArrayList<>(home.evidence());
        seen.add(inspection
                .browser()
                .map(browser -> audit(browser, home, evidence))
                .orElse("no browser here: source only"));
        return Finding.undetermined(Cause.HINT_ONLY, String.join(", ", seen), evidence);
    }

    private static String audit(Browser browser, View home, List<String> evidence) {
        Rendering rendering = browser.audit(home.url());
        evidence.addAll(rendering.evidence());
        return rendering.seen()
                ? "axe: "
                        + rendering.violations().stream()
                                .map(violation ->
                                        violation.rule() + " (" + violation.impact() + ") " + violation.nodes())
                                .collect(Collectors.joining(", "))
                : "browser: " + rendering.detail();
    }
}
