package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.PrintedCodes;
import cn.lingpao.inspection.reading.PrintedCodes.Printed;
import cn.lingpao.inspection.reading.SiteCode;
import cn.lingpao.inspection.site.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The identification code of the site has its form, is the same wherever the home page shows it, and fits the division. */
final class SiteIdentity implements HomePageCheck {

    private static final int REGION = 4;

    @Override
    public String id() {
        return "site-code";
    }

    @Override
    public String citation() {
        return Citations.GUIDELINES + "“网站标识码”；" + Citations.INDICATORS + "扣分指标“网站标识”";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of();
    }

    @Override
    public Finding decide(Inspection inspection, View home) {
        List<Printed> codes = home.parts().stream()
                .flatMap(part -> PrintedCodes.of(part).stream())
                .distinct()
                .toList();
        String quoted =
                codes.stream().map(code -> code.place() + " " + code.text()).collect(Collectors.joining(", "));
        if (codes.isEmpty()) {
            return home.mayBeFilled()
                    ? Finding.undetermined(Cause.NEEDS_BROWSER, "no code in the source", home.evidence())
                    : HomePageCheck.fault(List.of(home), "no site code on the page", home.evidence());
        }
        if (codes.stream().anyMatch(code -> SiteCode.of(code.text()).isEmpty())) {
            return Finding.notMet("not a site code: " + quoted, home.evidence());
        }
        if (codes.stream().map(code -> SiteCode.of(code.text())).distinct().count() > 1) {
            return Finding.notMet("the codes disagree: " + quoted, home.evidence());
        }
        return compare(SiteCode.of(codes.getFirst().text()).orElseThrow(), quoted, inspection, home);
    }

    private static Finding compare(SiteCode code, String quoted, Inspection inspection, View home) {
        Optional<String> division = Optional.ofNullable(inspection.subject().divisionCode())
                .filter(digits -> digits.length() >= REGION)
                .map(digits -> digits.substring(0, REGION));
        boolean differs = code.region().isPresent() && division.isPresent() && !division.equals(code.region());
        return differs
                ? Finding.undetermined(
                        Cause.REGION_MISMATCH,
                        quoted + "; division " + inspection.subject().divisionCode(),
                        home.evidence())
                : Finding.met(quoted, home.evidence());
    }
}
