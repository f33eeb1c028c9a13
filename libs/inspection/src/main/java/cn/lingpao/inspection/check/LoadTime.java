package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.site.View;
import cn.lingpao.inspection.web.Capture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The home page's document is complete within three seconds: the median of five spaced requests. */
final class LoadTime implements Check {

    @Override
    public String id() {
        return "load-time";
    }

    @Override
    public String citation() {
        return Citations.GUIDELINES + "“页面加载”；" + Citations.INDICATORS + "扣分指标“可用性”";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("seconds", "3", "requests", "5", "spacing-seconds", "2");
    }

    @Override
    public Finding decide(Inspection inspection) {
        List<Capture> answers = ask(inspection);
        List<String> evidence = answers.stream().map(Capture::evidence).toList();
        double limit = inspection.parameters().decimal(this, "seconds");
        int half = answers.size() / 2 + 1;
        long quick = answers.stream()
                .filter(answer -> answer.seen() && seconds(answer) <= limit)
                .count();
        long slow = answers.stream().filter(answer -> isSlow(answer, limit)).count();
        String reading =
                answers.stream().map(LoadTime::told).collect(Collectors.joining(", ")) + "; limit " + limit + " s";
        if (quick >= half) {
            View home = inspection.site().home();
            boolean other = home.cause() == Cause.PARSE || !home.hasDocument();
            return other ? HomePageCheck.unseen(home) : Finding.met(reading, evidence);
        }
        if (slow >= half) {
            return Finding.notMet(reading, evidence);
        }
        Cause cause = answers.stream()
                .filter(answer -> !answer.seen())
                .map(Capture::cause)
                .findFirst()
                .orElse(Cause.NOT_TRIED);
        return Finding.undetermined(cause == null ? Cause.NOT_TRIED : cause, reading, evidence);
    }

    private List<Capture> ask(Inspection inspection) {
        int count = Math.max(1, inspection.parameters().number(this, "requests"));
        double spacing = inspection.parameters().decimal(this, "spacing-seconds");
        Probes probes = new Probes(inspection);
        List<Capture> answers = new ArrayList<>();
        while (answers.size() < count && (answers.isEmpty() || Pause.of(spacing))) {
            answers.add(probes.ask());
            if (answers.size() == 1 && answers.getFirst().cause() != null) {
                break;
            }
            if (answers.size() == 1 && probes.goOn(answers.getFirst())) {
                answers.clear();
            }
        }
        return answers;
    }

    private static boolean isSlow(Capture answer, double limit) {
        return answer.seen() && seconds(answer) > limit;
    }

    private static double seconds(Capture answer) {
        return answer.took().toNanos() / 1e9;
    }

    private static String told(Capture answer) {
        return answer.seen() ? String.format(Locale.ROOT, "%.2f s", seconds(answer)) : answer.detail();
    }
}
