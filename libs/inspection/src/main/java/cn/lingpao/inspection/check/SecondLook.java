package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks again before NOT_MET: after a pause, with fresh pages, by the browser where there is one. */
final class SecondLook implements Check {

    private static final String PAUSE = "second-look-seconds";

    private final Check check;

    SecondLook(Check check) {
        this.check = check;
    }

    @Override
    public String id() {
        return check.id();
    }

    @Override
    public String citation() {
        return check.citation();
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>(check.parameters());
        all.put(PAUSE, "3");
        return all;
    }

    @Override
    public Finding decide(Inspection inspection) {
        Finding first = check.decide(inspection);
        if (first.cause() == Cause.NEEDS_BROWSER && inspection.browser().isPresent()) {
            return check.decide(inspection.afresh());
        }
        if (first.verdict() != Verdict.NOT_MET) {
            return first;
        }
        double pause = inspection.parameters().decimal(this, PAUSE);
        if (!Pause.of(pause)) {
            return Finding.undetermined(Cause.NOT_TRIED, "no second look: " + first.reading(), first.evidence());
        }
        return together(first, check.decide(inspection.afresh()), pause);
    }

    private static Finding together(Finding first, Finding second, double pause) {
        List<String> evidence = Stream.concat(first.evidence().stream(), second.evidence().stream())
                .toList();
        return switch (second.verdict()) {
            case NOT_MET -> Finding.notMet(first.reading() + "; the same after " + pause + " s", evidence);
            case MET -> Finding.met(second.reading() + "; at first: " + first.reading(), evidence);
            case UNDETERMINED ->
                new Finding(
                        Verdict.UNDETERMINED,
                        second.cause(),
                        second.reading() + "; at first: " + first.reading(),
                        evidence);
        };
    }
}
