package cn.lingpao.sitecollector.adapter.inspection;

import cn.lingpao.contracts.ObservedValue;
import cn.lingpao.contracts.TargetRegistered;
import cn.lingpao.inspection.Cause;
import cn.lingpao.inspection.Finding;
import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.run.Assignment;
import cn.lingpao.inspection.run.Outcome;
import cn.lingpao.inspection.web.WebAddress;
import cn.lingpao.sitecollector.domain.Errand;
import cn.lingpao.sitecollector.domain.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Errands in the words of the inspection library, and its outcomes in ours. */
final class Assignments {

    private Assignments() {}

    static List<Assignment> of(List<Errand> errands) {
        Map<TargetRegistered, List<Assignment.Channel>> targets = new LinkedHashMap<>();
        errands.forEach(errand -> targets.computeIfAbsent(errand.target(), none -> new ArrayList<>())
                .add(channel(errand)));
        return targets.entrySet().stream()
                .map(each ->
                        new Assignment(each.getKey().targetId(), each.getKey().divisionCode(), each.getValue()))
                .toList();
    }

    private static Assignment.Channel channel(Errand errand) {
        TargetRegistered.Channel channel = errand.channel();
        String kind = channel.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String written = Objects.requireNonNullElse(channel.url(), "");
        return new Assignment.Channel(
                channel.id(),
                kind,
                written,
                WebAddress.of(written)
                        .map(url -> new Subject(
                                errand.target().targetId(), errand.target().divisionCode(), channel.id(), kind, url)),
                WebAddress.fault(written).orElse(""),
                errand.points().keySet());
    }

    static List<Found> found(List<Outcome> outcomes, List<Errand> errands) {
        Map<String, String> addresses = new LinkedHashMap<>();
        errands.forEach(errand -> addresses.put(
                errand.target().targetId() + "/" + errand.channel().id(),
                Objects.requireNonNullElse(errand.channel().url(), "")));
        return outcomes.stream()
                .map(outcome -> new Found(
                        outcome.target(),
                        outcome.channel(),
                        addresses.getOrDefault(outcome.target() + "/" + outcome.channel(), ""),
                        outcome.check(),
                        value(outcome.finding()),
                        outcome.finding().reading(),
                        outcome.finding().evidence(),
                        outcome.at()))
                .toList();
    }

    private static ObservedValue value(Finding finding) {
        Cause cause = finding.cause();
        return switch (finding.verdict()) {
            case MET -> ObservedValue.MET;
            case NOT_MET -> ObservedValue.NOT_MET;
            case UNDETERMINED -> ObservedValue.undetermined(cause == null ? null : cause.id());
        };
    }
}
