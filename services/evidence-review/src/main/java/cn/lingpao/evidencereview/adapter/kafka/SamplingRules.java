package cn.lingpao.evidencereview.adapter.kafka;

import cn.lingpao.contracts.Sampling.OtherPart;
import cn.lingpao.evidencereview.domain.Sampling;
import cn.lingpao.evidencereview.domain.Sampling.Rule;
import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from a campaign and its framework which check point is sampled how. */
final class SamplingRules {

    private final List<OtherPart> parts;
    private final Map<String, Rule> rules = new HashMap<>();

    private SamplingRules(List<OtherPart> parts) {
        this.parts = parts;
    }

    static Sampling of(cn.lingpao.contracts.Sampling sampling, Framework framework) {
        SamplingRules rules = new SamplingRules(sampling.except());
        rules.add(framework.root(), Set.of());
        framework.variables().stream().map(Variable::id).forEach(id -> rules.add(id, Set.of()));
        Rule rule = new Rule(sampling.share(), sampling.errorLimit(), sampling.atLeast());
        return new Sampling(sampling.seed(), rule, rules.rules);
    }

    private void add(Node node, Set<String> above) {
        Set<String> nodes = new HashSet<>(above);
        nodes.add(node.id());
        node.checkPoints().stream().map(CheckPoint::id).forEach(id -> add(id, nodes));
        node.children().forEach(child -> add(child, nodes));
    }

    private void add(String checkPointId, Set<String> nodes) {
        parts.stream()
                .filter(part ->
                        part.checkPoints().stream().anyMatch(id -> id.equals(checkPointId) || nodes.contains(id)))
                .findFirst()
                .ifPresent(part -> rules.put(checkPointId, new Rule(part.share(), part.errorLimit(), part.atLeast())));
    }
}
