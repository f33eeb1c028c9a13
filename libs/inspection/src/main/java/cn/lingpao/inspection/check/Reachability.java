package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.check.ProbeLog.Probe;
import cn.lingpao.inspection.reading.ChinaDates;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
                "failed-percent", "5",
                "again-minutes", "60");
    }

    /** Until the series is full, later runs add their probes to it. */
    @Override
    public Optional<Duration> goesOn(Finding finding, Parameters parameters) {
        Cause cause = finding.cause();
        boolean open = cause != null && cause != Cause.ROBOTS && cause != Cause.INTERNAL_ADDRESS;
        return open ? Optional.of(Duration.ofMinutes(parameters.number(this, "again-minutes"))) : Optional.empty();
    }

    @Override
    public Finding decide(Inspection inspection) {
        List<Probe> probes = series(inspection);
        int perDay = inspection.parameters().number(this, "probes-per-day");
        int days = inspection.parameters().number(this, "days");
        List<String> evidence = evidence(inspection, probes);
        long failed =
                probes.stream().filter(probe -> hasFailed(inspection, probe)).count();
        List<Probe> unclear = probes.stream()
                .filter(probe -> !hasFailed(inspection, probe))
                .filter(probe -> probe.cause() != null && !ANSWERS.contains(probe.cause()))
                .toList();
        String share = failed + " of " + probes.size() + " probes failed" + causes(probes)
                + others(probes, inspection.subject().url()) + "; the series is " + days + " days of " + perDay;
        boolean full = fullDays(probes, perDay) >= days;
        double limit = inspection.parameters().decimal(this, "failed-percent") * probes.size() / 100;
        if (full && failed >= limit) {
            return Finding.notMet(share, evidence);
        }
        if (full && failed + unclear.size() < limit) {
            return Finding.met(share, evidence);
        }
        Cause cause = unclear.stream()
                .map(Probe::cause)
                .filter(Objects::nonNull)
                .filter(reason -> full || reason != Cause.PARSE)
                .findFirst()
                .orElse(Cause.SHORT_SERIES);
        return Finding.undetermined(cause, share, evidence);
    }

    /** Failures first, for not everybody takes the evidence of a whole week. */
    private List<String> evidence(Inspection inspection, List<Probe> probes) {
        return probes.stream()
                .sorted(Comparator.comparing((Probe probe) -> !hasFailed(inspection, probe)))
                .map(Probe::evidence)
                .distinct()
                .toList();
    }

    /** The probes of earlier runs and those of this one; a series of one day is made in one run. */
    private List<Probe> series(Inspection inspection) {
        ProbeLog log = inspection.probes();
        int usual = Math.max(1, inspection.parameters().number(this, "probes"));
        boolean atOnce = inspection.parameters().number(this, "days") <= 1;
        int missing = inspection.parameters().number(this, "probes-per-day")
                - log.of(inspection.subject()).size();
        int count = atOnce ? Math.max(usual, missing) : usual;
        double interval = inspection.parameters().decimal(this, "interval-seconds");
        Probes probes = new Probes(inspection);
        for (int asked = 0; asked < count && (asked == 0 || Pause.of(interval)); asked++) {
            log.keep(inspection.subject(), Probe.of(probes.ask()));
        }
        return log.of(inspection.subject());
    }

    private boolean hasFailed(Inspection inspection, Probe probe) {
        double limit = inspection.parameters().decimal(this, "timeout-seconds");
        boolean late = probe.took().compareTo(Duration.ofMillis((long) (limit * 1000))) > 0;
        return late || probe.cause() != null && FAILURES.contains(probe.cause());
    }

    /** Days with enough probes: days of China, or every 24 hours from the first probe on, whichever are more. */
    private static long fullDays(List<Probe> probes, int perDay) {
        Instant first = probes.getFirst().at();
        long ofChina = full(probes, perDay, probe -> LocalDate.ofInstant(probe.at(), ChinaDates.ZONE));
        long fromTheFirst = full(
                probes, perDay, probe -> Duration.between(first, probe.at()).toDays());
        return Math.max(ofChina, fromTheFirst);
    }

    private static long full(List<Probe> probes, int perDay, Function<Probe, Object> day) {
        return probes.stream().collect(Collectors.groupingBy(day, Collectors.counting())).values().stream()
                .filter(count -> count >= perDay)
                .count();
    }

    /** The probes that only the other of http and https answered. */
    private static String others(List<Probe> probes, URI given) {
        List<URI> others = probes.stream()
                .map(Probe::asked)
                .filter(asked -> !asked.equals(given))
                .toList();
        return others.isEmpty() ? "" : ", " + others.size() + " answered at " + others.getFirst();
    }

    private static String causes(List<Probe> probes) {
        String causes = probes.stream()
                .filter(probe -> probe.cause() != null)
                .map(probe -> Objects.requireNonNull(probe.cause()).id())
                .distinct()
                .collect(Collectors.joining(", "));
        return causes.isEmpty() ? "" : " (" + causes + ")";
    }
}
