package cn.lingpao.targetregistry.adapter.yaml;

import cn.lingpao.targetregistry.application.CampaignLanguage.Position;
import cn.lingpao.targetregistry.domain.CampaignDefinition.Assignment;
import cn.lingpao.targetregistry.domain.CampaignDefinition.Phase;
import cn.lingpao.targetregistry.domain.CampaignDefinition.PhaseId;
import cn.lingpao.targetregistry.domain.ChannelKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads who collects what. */
class CollectionReader {

    private static final List<String> KEYS = List.of("collector", "checkPoints", "channels", "until", "checks");

    private final Mapping file;
    private final Map<String, Position> positions;

    /** @param positions where each check point stands is added, for faults that only the framework can tell */
    CollectionReader(Mapping file, Map<String, Position> positions) {
        this.file = file;
        this.positions = positions;
    }

    List<Assignment> read(List<Phase> phases) {
        Optional<Phase> phase =
                phases.stream().filter(each -> each.id() == PhaseId.COLLECTION).findFirst();
        List<Assignment> assignments = new ArrayList<>();
        for (Mapping each : file.mappings("collection")) {
            each.allow(KEYS);
            String collector = each.has("collector") ? each.id("collector") : null;
            Map<String, String> checks = new MachineChecks(each, positions).read();
            List<String> points = checks.isEmpty() ? checkPoints(each) : List.copyOf(checks.values());
            assignments.add(new Assignment(collector, points, channels(each), until(each, phase), checks));
        }
        return assignments;
    }

    private List<String> checkPoints(Mapping assignment) {
        List<String> points = new ArrayList<>();
        assignment.texts("checkPoints").forEach((node, point) -> {
            positions.put(assignment.path("checkPoints") + "[" + points.size() + "]", Mapping.position(node));
            points.add(point);
        });
        return points;
    }

    private static List<ChannelKind> channels(Mapping assignment) {
        List<ChannelKind> kinds = new ArrayList<>();
        for (Map.Entry<Node, String> each : assignment.texts("channels").entrySet()) {
            ChannelKind.named(each.getValue())
                    .ifPresentOrElse(
                            kind -> {
                                kinds.add(kind);
                                visitable(assignment, each.getKey(), kind);
                            },
                            () -> assignment.note(each.getKey(), "channels", "unknown-word", """
                                    '%s' is none of %s.""".formatted(
                                            each.getValue(), words())));
        }
        return kinds;
    }

    /** A check looks at web pages. */
    private static void visitable(Mapping assignment, Node at, ChannelKind kind) {
        if (assignment.has("checks") && !kind.isSite()) {
            assignment.note(
                    at, "channels", "not-a-site", "'" + kind.word() + "' is no site, and a check looks at one.");
        }
    }

    private static String words() {
        return Arrays.stream(ChannelKind.values()).map(ChannelKind::word).collect(Collectors.joining(", "));
    }

    private static @Nullable LocalDate until(Mapping assignment, Optional<Phase> phase) {
        if (!assignment.has("until")) {
            return null;
        }
        LocalDate until = CampaignReader.date(assignment, "until");
        if (until != null && phase.isPresent()) {
            LocalDate from = phase.get().from();
            LocalDate to = phase.get().to();
            if (until.isBefore(from) || until.isAfter(to)) {
                assignment.note(
                        assignment.node("until").orElse(null),
                        "until",
                        "outside-phase",
                        until + " is outside the phase collection (" + from + " to " + to + ").");
            }
        }
        return until;
    }
}
