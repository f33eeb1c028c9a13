package cn.lingpao.portal.workbench;

import cn.lingpao.methodology.framework.Framework;
import cn.lingpao.portal.fieldwork.Matrix.Heading;
import cn.lingpao.portal.results.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the targets and indicators of a campaign are called; what has no name is called by its id. */
public final class Names {

    private final Map<String, Words> targets;
    private final Framework framework;

    Names(List<Heading> targets, Framework framework) {
        this.targets = targets.stream().collect(Collectors.toMap(Heading::id, Heading::name, (one, other) -> one));
        this.framework = framework;
    }

    public Words target(String id) {
        return targets.getOrDefault(id, new Words(id, id));
    }

    /** An indicator, any node above, or a check point. */
    public Words node(String id) {
        return framework
                .node(id)
                .map(node -> new Words(node.name().zh(), node.name().en()))
                .orElseGet(() -> checkPoint(id));
    }

    public Words checkPoint(String id) {
        return framework
                .checkPoint(id)
                .map(point -> new Words(point.text().zh(), point.text().en()))
                .orElseGet(() -> new Words(id, id));
    }
}
