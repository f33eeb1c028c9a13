package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.web.Capture;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The home page answers: a week of probes, of which fewer than five in a hundred fail. */
final class Reachability implements Check {

    private static final Set<Cause> FAILURES = EnumSet.of(
            Cause.DNS, Cause.REFUSED, Cause.TIMEOUT, Cause.RESET, Cause.TLS, Cause.SERVER_ERROR, Cause.REDIRECT);
    private static final Set<Cause> ANSWERS =
            EnumSet.of(Cause.NOT_FOUND, Cause.TOO_LARGE, Cause.DECODE, Cause.ENCODING);

    @Override
    public String id() {
        return "reachability";
    }

    @Override
    public String citation() {
        return Citations.INDICATORS + "单项否决指标“站点无法访问”";
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(
                "days", "7",
                "probes-per-day", "20",
                "probes", "3",
                "interval-seconds", "2",
                "timeout-seconds", "15",
                "failed-percent", "5");
    }

    @Override
    public Finding decide(Inspection inspection) {
        List<Capture> probes = probe(inspection);
        int perDay = inspection.parameters().number(this, "probes-per-day");
        int days = inspection.parameters().number(this, "days");
        List<String> evidence = probes.stream().map(Capture::evidence).toList();
        long failed =
                probes.stream().filter(probe -> hasFailed(inspection, probe)).count();
        String share = failed + " of " + probes.size() + " probes failed" + causes(probes)
                + others(probes, inspection.subject().url()) + "; the series is " + days + " days of " + perDay;
        for (Capture probe : probes) {
            Cause cause = probe.cause();
            if (cause != null && !FAILURES.contains(cause) && !ANSWERS.contains(cause)) {
                return Finding.undetermined(cause, share, evidence);
            }
        }
        if (fullDays(probes, perDay) < days) {
            return Finding.undetermined(Cause.SHORT_SERIES, share, evidence);
        }
        double limit = inspection.parameters().decimal(this, "failed-percent");
        return failed * 100.0 >= limit * probes.size() ? Finding.notMet(share, evidence) : Finding.met(share, evidence);
    }

    private List<Capture> probe(Inspection inspection) {
        int count = Math.max(1, inspection.parameters().number(this, "probes"));
        double interval = inspection.parameters().decimal(this, "interval-seconds");
        List<Capture> probes = new ArrayList<>();
        while (probes.size() < count && (probes.isEmpty() || Pause.of(interval))) {
            probes.add(Probes.ask(inspection));
        }
        return probes;
    }

    private boolean hasFailed(Inspection inspection, Capture probe) {
        double limit = inspection.parameters().decimal(this, "timeout-seconds");
        boolean late = probe.took().compareTo(Duration.ofMillis((long) (limit * 1000))) > 0;
        return late || probe.cause() != null && FAILURES.contains(probe.cause());
    }

    private static long fullDays(List<Capture> probes, int perDay) {
        Map<LocalDate, Long> byDay = probes.stream()
                .collect(Collectors.groupingBy(
                        probe -> LocalDate.ofInstant(probe.at(), Inspection.CHINA), Collectors.counting()));
        return byDay.values().stream().filter(count -> count >= perDay).count();
    }

    /** The probes that only the other of http and https answered. */
    private static String others(List<Capture> probes, URI given) {
        List<URI> others = probes.stream()
                .map(Capture::requested)
                .filter(asked -> !asked.equals(given))
                .toList();
        return others.isEmpty() ? "" : ", " + others.size() + " answered at " + others.getFirst();
    }

    private static String causes(List<Capture> probes) {
        String causes = probes.stream()
                .filter(probe -> probe.cause() != null)
                .map(probe -> Objects.requireNonNull(probe.cause()).id())
                .distinct()
                .collect(Collectors.joining(", "));
        return causes.isEmpty() ? "" : " (" + causes + ")";
    }
}
