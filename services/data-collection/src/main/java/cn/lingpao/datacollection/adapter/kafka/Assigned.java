package cn.lingpao.datacollection.adapter.kafka;

import cn.lingpao.contracts.CampaignDefined;
import cn.lingpao.contracts.CampaignDefined.Assignment;
import cn.lingpao.contracts.TargetRegistered.ChannelKind;
import cn.lingpao.datacollection.domain.Registrations;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads from a campaign's assignments what each program is registered for; what is not scored is covered too. */
final class Assigned {

    private final Map<String, Set<String>> parts = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> scopes = new HashMap<>();

    private Assigned(Framework framework) {
        add(framework.root(), Set.of());
        framework.variables().stream().map(Variable::id).forEach(id -> parts.put(id, Set.of(id)));
    }

    static Registrations of(CampaignDefined campaign, Framework framework) {
        List<Assignment> collection = campaign.collection();
        if (collection == null) {
            return Registrations.NONE;
        }
        Assigned assigned = new Assigned(framework);
        collection.forEach(assigned::add);
        return new Registrations(assigned.scopes);
    }

    private void add(Node node, Set<String> above) {
        Set<String> nodes = new HashSet<>(above);
        nodes.add(node.id());
        node.checkPoints().stream().map(CheckPoint::id).forEach(id -> {
            Set<String> within = new HashSet<>(nodes);
            within.add(id);
            parts.put(id, within);
        });
        node.children().forEach(child -> add(child, nodes));
    }

    private void add(Assignment assignment) {
        String program = assignment.collector();
        if (program == null) {
            return;
        }
        Set<String> kinds = assignment.channels().stream().map(Assigned::word).collect(Collectors.toUnmodifiableSet());
        Map<String, Set<String>> scope = scopes.computeIfAbsent(program, id -> new HashMap<>());
        parts.forEach((point, within) -> {
            if (assignment.checkPoints().isEmpty()
                    || assignment.checkPoints().stream().anyMatch(within::contains)) {
                scope.merge(point, kinds, Assigned::both);
            }
        });
    }

    /** No kind is every kind. */
    private static Set<String> both(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return Set.of();
        }
        Set<String> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }

    static String word(ChannelKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
