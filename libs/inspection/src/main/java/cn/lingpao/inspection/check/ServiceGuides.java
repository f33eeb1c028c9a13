package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.GuideReading;
import cn.lingpao.inspection.site.GuidePages;
import cn.lingpao.inspection.site.View;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sampled service guides have their eight elements; four missing fail a guide. */
final class ServiceGuides implements HomePageCheck {

    @Override
    public String id() {
        return "service-guides";
    }

    @Override
    public String citation() {
        return Citations.INDICATORS + "单项否决指标“服务不实用”：办事指南要素";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("guides", "5", "missing", "4");
    }

    @Override
    public Finding decide(Inspection inspection, View home) {
        int count = inspection.parameters().number(this, "guides");
        int limit = inspection.parameters().number(this, "missing");
        GuidePages.Sample sample = new GuidePages(inspection.site(), count).find();
        if (sample.guides().isEmpty()) {
            return none(sample, home);
        }
        Findings findings = new Findings();
        sample.guides().forEach(guide -> findings.add(guide.url().toString(), decide(guide, limit)));
        return findings.together();
    }

    private static Finding none(GuidePages.Sample sample, View home) {
        if (sample.doubtful().isEmpty()) {
            Cause cause = home.mayBeFilled() ? Cause.NEEDS_BROWSER : Cause.NOT_FOUND;
            return Finding.undetermined(cause, "no service guide was found from " + home.url(), home.evidence());
        }
        View page = sample.doubtful().getFirst();
        Cause reading = page.mayBeFilled() ? Cause.NEEDS_BROWSER : Cause.PARSE;
        return Finding.undetermined(
                Objects.requireNonNullElse(page.cause(), reading),
                page.url() + " shows no guide " + page.detail(),
                page.evidence());
    }

    private static Finding decide(View guide, int limit) {
        List<GuideReading> readings =
                guide.parts().stream().map(GuideReading::of).toList();
        List<String> missing = readings.getFirst().missing().stream()
                .filter(name ->
                        readings.stream().allMatch(reading -> reading.missing().contains(name)))
                .toList();
        String reading = (GuideReading.elements() - missing.size()) + " of " + GuideReading.elements() + " elements"
                + (missing.isEmpty() ? "" : ", without " + String.join(", ", missing));
        long open = readings.stream()
                .flatMap(each -> each.saysNone().stream())
                .distinct()
                .count();
        if (missing.size() < limit && missing.size() + open >= limit) {
            return Finding.undetermined(Cause.PARSE, reading + "; " + open + " say 无", guide.evidence());
        }
        if (missing.size() < limit) {
            return Finding.met(reading, guide.evidence());
        }
        return guide.mayBeFilled()
                ? Finding.undetermined(Cause.NEEDS_BROWSER, reading + " in the source", guide.evidence())
                : HomePageCheck.fault(List.of(guide), reading, guide.evidence());
    }
}
