package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Policy;
import java.util.ArrayList;
import java.util.List;

/** Cells and nodes without a number where the framework forbids it. */
final class ForbiddenGaps {

    private final CompiledFramework framework;
    private final Assembly assembly;
    private final List<String> targets;

    ForbiddenGaps(CompiledFramework framework, Assembly assembly, List<String> targets) {
        this.framework = framework;
        this.assembly = assembly;
        this.targets = targets;
    }

    /** {@code target: id} each; those of nodes only where no cell lacks anything. */
    List<String> list() {
        List<String> gaps = new ArrayList<>();
        for (int p = 0; p < framework.points.size(); p++) {
            CheckPoint point = framework.points.get(p);
            if (!framework.pointGone[p] && forbids(point.missing(), point.undetermined())) {
                Child child = new Child(assembly.shares[p], point.missing(), point.undetermined());
                gaps(child, point.id(), gaps);
            }
        }
        return gaps.isEmpty() ? nodeGaps() : gaps;
    }

    private List<String> nodeGaps() {
        List<String> gaps = new ArrayList<>();
        for (int n = 1; n < framework.nodes.size(); n++) {
            Node node = framework.nodes.get(n);
            if (!framework.gone[n] && forbids(node.missing(), node.undetermined())) {
                gaps(new Child(assembly.tree.score[n], node.missing(), node.undetermined()), node.id(), gaps);
            }
        }
        return gaps;
    }

    private static boolean forbids(Policy missing, Policy undetermined) {
        return missing == Policy.FORBID || undetermined == Policy.FORBID;
    }

    private void gaps(Child child, String id, List<String> gaps) {
        for (int row = 0; row < targets.size(); row++) {
            byte state = child.column().state[row];
            if (state != Cell.SCORED && child.policy(state) == Policy.FORBID) {
                gaps.add(targets.get(row) + ": " + id);
            }
        }
    }
}
