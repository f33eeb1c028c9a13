package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.site.View;
import java.util.List;
import java.util.Objects;

/** A point that is read from the home page; without one there is nothing to decide. */
interface HomePageCheck extends Check {

    @Override
    default Finding decide(Inspection inspection) {
        View home = inspection.site().home();
        return home.seen() ? decide(inspection, home) : unseen(home);
    }

    /** Decides when the home page was seen. */
    Finding decide(Inspection inspection, View home);

    /** A fault that the pages prove; a doubt where a frame of one, in which the proof to the contrary may stand, was not read. */
    static Finding fault(List<View> pages, String reading, List<String> evidence) {
        return pages.stream()
                .map(View::hidden)
                .filter(Objects::nonNull)
                .findFirst()
                .map(hidden -> Finding.undetermined(hidden.cause(), reading + "; " + hidden.detail(), evidence))
                .orElseGet(() -> Finding.notMet(reading, evidence));
    }

    /** What to say of a page that was not. */
    static Finding unseen(View page) {
        return Finding.undetermined(
                Objects.requireNonNull(page.cause()), page.url() + " not seen: " + page.detail(), page.evidence());
    }
}
