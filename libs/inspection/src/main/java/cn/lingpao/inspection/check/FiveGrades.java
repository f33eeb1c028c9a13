package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.reading.ColumnKind;
import cn.lingpao.inspection.reading.Grades;
import cn.lingpao.inspection.reading.Letters;
import cn.lingpao.inspection.reading.Links;
import cn.lingpao.inspection.site.Site;
import cn.lingpao.inspection.site.View;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The page of 好差评 offers the five grades as choices and publishes a figure for each. */
final class FiveGrades implements HomePageCheck {

    private static final int FURTHER = 4;

    @Override
    public String id() {
        return "five-grade-evaluation";
    }

    @Override
    public String citation() {
        return "《关于建立政务服务“好差评”制度提高政务服务水平的意见》（国办发〔2019〕51号）";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of();
    }

    @Override
    public Finding decide(Inspection inspection, View home) {
        List<View> pages = pages(inspection.site(), home);
        List<View> seen = pages.stream().filter(View::seen).toList();
        List<String> evidence =
                pages.stream().flatMap(page -> page.evidence().stream()).toList();
        if (pages.isEmpty()) {
            Cause cause = home.mayBeFilled() ? Cause.NEEDS_BROWSER : Cause.NOT_FOUND;
            return Finding.undetermined(cause, "no page of 好差评 was found from " + home.url(), home.evidence());
        }
        if (seen.isEmpty()) {
            return HomePageCheck.unseen(pages.getFirst());
        }
        Set<String> offered = new LinkedHashSet<>();
        Set<String> counted = new LinkedHashSet<>();
        int figures = 0;
        for (Grades grades : seen.stream()
                .flatMap(page -> page.parts().stream())
                .map(Grades::of)
                .toList()) {
            offered.addAll(grades.offered());
            counted.addAll(grades.counted());
            figures += grades.figures();
        }
        return finding(new Grades(offered, counted, figures), pages, evidence);
    }

    private static Finding finding(Grades grades, List<View> pages, List<String> evidence) {
        if (grades.notOffered().isEmpty() && grades.notCounted().isEmpty()) {
            return Finding.met(
                    "five grades with their totals on " + pages.getFirst().url(), evidence);
        }
        String reading = "not offered: " + grades.notOffered() + ", without total: " + grades.notCounted() + " on "
                + pages.getFirst().url();
        Optional<Cause> unseen = pages.stream()
                .filter(page -> !page.seen())
                .map(View::cause)
                .filter(Objects::nonNull)
                .findFirst();
        if (unseen.isPresent()) {
            return Finding.undetermined(unseen.get(), reading, evidence);
        }
        if (pages.stream().anyMatch(View::mayBeFilled)) {
            return Finding.undetermined(Cause.NEEDS_BROWSER, reading, evidence);
        }
        boolean drawn = pages.stream().flatMap(page -> page.parts().stream()).anyMatch(Grades::mayBeDrawn);
        if (drawn && grades.notOffered().isEmpty()) {
            return Finding.undetermined(
                    Cause.PARSE, "a picture or a script may hold the figures; " + reading, evidence);
        }
        if (grades.notOffered().isEmpty()
                && grades.figures() >= grades.notCounted().size()) {
            return Finding.undetermined(
                    Cause.PARSE, "figures stand there, not beside their grades; " + reading, evidence);
        }
        return grades.offered().isEmpty() && grades.counted().isEmpty()
                ? Finding.undetermined(Cause.PARSE, "no grade is named; " + reading, evidence)
                : HomePageCheck.fault(pages, reading, evidence);
    }

    /** The pages called 好差评, and what they link to as statistics or as the place to give a grade. */
    private static List<View> pages(Site site, View home) {
        List<View> pages = new ArrayList<>(site.ways(ColumnKind.EVALUATION));
        Set<URI> further = new LinkedHashSet<>();
        for (View page : pages) {
            page.parts().forEach(part -> part.select("a[href]").stream()
                    .filter(FiveGrades::leadsOn)
                    .flatMap(link -> Links.target(link).stream())
                    .filter(url -> Links.sameSite(home.url(), url) && !Links.looksLikeFile(url))
                    .forEach(further::add));
        }
        pages.forEach(page -> further.remove(page.url()));
        further.stream().limit(FURTHER).map(site::view).forEach(pages::add);
        return pages;
    }

    private static boolean leadsOn(Element link) {
        return Letters.simple(link.text()).matches(".{0,8}(评价|好差评).{0,8}|.{0,6}(统计|结果公开|满意度).{0,6}");
    }
}
