package cn.lingpao.cli.score;

import cn.lingpao.methodology.engine.Sheet;
import cn.lingpao.methodology.engine.State;
import cn.lingpao.methodology.engine.Undefined;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came out without a number or with nothing to compare with, told as notices: targets that were screened out, formulas
 * without a result, benchmarks whose best is 0.
 */
final class Gaps {

    private static final int SHOWN = 5;

    private final Map<String, Map<Undefined, List<String>>> undefined = new LinkedHashMap<>();
    private final Set<String> zeroBases = new LinkedHashSet<>();
    private final List<String> screened = new ArrayList<>();

    private Gaps() {}

    static void tell(Outcome outcome, Path values, Remarks remarks) {
        Gaps gaps = new Gaps();
        for (Outcome.Placed placed : outcome.placed()) {
            gaps.add(placed.place().id(), placed.sheet());
        }
        if (!gaps.screened.isEmpty()) {
            String who = some(gaps.screened) + (gaps.screened.size() == 1 ? " has" : " have");
            remarks.notice(values, 0, 0, "", "screened", who + " too few values and no score");
        }
        gaps.undefined.forEach((id, reasons) -> reasons.forEach((reason, targets) -> remarks.notice(
                values, 0, 0, id, "undefined", "no result for " + some(targets) + ": " + reason.reason())));
        outcome.framework().checkPoints().stream()
                .filter(point -> gaps.zeroBases.contains(point.id()))
                .forEach(point -> remarks.notice(values, 0, 0, point.id(), "best-zero", bestZero(point)));
    }

    private static String bestZero(CheckPoint point) {
        boolean lower = point.rule() instanceof Rule.Benchmark benchmark && benchmark.direction() == Direction.LOWER;
        return "the value to compare with is 0: "
                + (lower ? "0 earns all points, everything else none" : "nobody earns anything");
    }

    private void add(String target, Sheet sheet) {
        if (sheet.nodes().getFirst().state() == State.SCREENED) {
            screened.add(target);
        }
        for (Sheet.PointScore point : sheet.points()) {
            add(target, point.checkPointId(), point.undefined());
            if (point.base() != null && point.base().signum() == 0) {
                zeroBases.add(point.checkPointId());
            }
        }
        sheet.nodes().forEach(node -> add(target, node.nodeId(), node.undefined()));
        sheet.figures().forEach(figure -> add(target, figure.nodeId(), figure.undefined()));
    }

    private void add(String target, String id, @Nullable Undefined reason) {
        if (reason != null) {
            List<String> targets = undefined
                    .computeIfAbsent(id, each -> new LinkedHashMap<>())
                    .computeIfAbsent(reason, each -> new ArrayList<>());
            if (targets.isEmpty() || !targets.getLast().equals(target)) {
                targets.add(target);
            }
        }
    }

    private static String some(List<String> targets) {
        String first = String.join(", ", targets.subList(0, Math.min(SHOWN, targets.size())));
        return targets.size() > SHOWN ? first + " and " + (targets.size() - SHOWN) + " more" : first;
    }
}
