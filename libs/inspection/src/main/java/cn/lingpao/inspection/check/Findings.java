package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Several findings of one point made one: a proven fault decides, then a doubt, and only then it is met. */
final class Findings {

    private static final int QUOTED = 5;

    private final List<Finding> all = new ArrayList<>();

    void add(String of, Finding finding) {
        all.add(new Finding(finding.verdict(), finding.cause(), of + ": " + finding.reading(), finding.evidence()));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The finding for all; there must be one at least. */
    Finding together() {
        for (Verdict verdict : List.of(Verdict.NOT_MET, Verdict.UNDETERMINED, Verdict.MET)) {
            List<Finding> such =
                    all.stream().filter(finding -> finding.verdict() == verdict).toList();
            if (!such.isEmpty()) {
                return new Finding(verdict, such.getFirst().cause(), reading(such), evidence(such));
            }
        }
        throw new IllegalStateException("nothing was decided");
    }

    private String reading(List<Finding> such) {
        String quoted = such.stream().limit(QUOTED).map(Finding::reading).collect(Collectors.joining("; "));
        return such.size() + " of " + all.size() + ": " + quoted + (such.size() > QUOTED ? "; …" : "");
    }

    private static List<String> evidence(List<Finding> such) {
        return such.stream()
                .flatMap(finding -> finding.evidence().stream())
                .distinct()
                .toList();
    }
}
