package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Aggregation;
import cn.lingpao.methodology.framework.AtLeast;
import cn.lingpao.methodology.framework.Figure;
import cn.lingpao.methodology.framework.Finish;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.Normalisation;
import cn.lingpao.methodology.framework.Rounding;
import cn.lingpao.methodology.framework.ScoreOverride;
import cn.lingpao.methodology.framework.Veto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the columns of the nodes, children before parents, then the total and the figures. */
final class NodeColumns {

    /** What a node's score is made of, before its steps. */
    final Column[] made;

    /** A node's score as it goes up and is shown. */
    final Column[] score;

    /** A node's number as its parent takes it; null for the root and what is gone. */
    final @Nullable Column[] entry;

    final @Nullable NodeColumn[] mean;
    final TotalColumn total;
    final Map<String, Column> figures = new HashMap<>();

    /** What a figure is made of. */
    final Map<String, Column> figureSources = new HashMap<>();

    private final Assembly group;
    private final CompiledFramework framework;
    private final Scratch scratch;
    private Column root;
    private @Nullable FinishColumn rootFinish;

    NodeColumns(Assembly group) {
        this.group = group;
        this.framework = group.framework;
        scratch = new Scratch(group.rows);
        made = new Column[framework.nodes.size()];
        score = new Column[made.length];
        entry = new Column[made.length];
        mean = new NodeColumn[made.length];
        for (int n = made.length - 1; n >= 0; n--) {
            build(n);
        }
        Rounding rounding = framework.nodes.getFirst().finish().round();
        root = score[0];
        if (rounding != null) {
            score[0] = new FinishColumn(root, null, List.of(), rounding, new double[0]);
        }
        total = new TotalColumn(root, group.bonus, rootFinish, rounding);
        framework.framework.figures().forEach(this::figure);
    }

    List<Column> all() {
        List<Column> all = new ArrayList<>(Arrays.asList(score));
        all.add(total);
        all.addAll(figures.values());
        return all;
    }

    /** The column of a node or figure; that of the total for none. */
    Column of(@Nullable String id) {
        if (id == null) {
            return total;
        }
        Column figure = figures.get(id);
        return figure == null ? score[framework.nodeIndex(id)] : figure;
    }

    private void build(int n) {
        Node node = framework.nodes.get(n);
        made[n] = framework.gone[n] ? new ConstantColumn(group.rows, Cell.EXCLUDED) : made(n, node);
        score[n] = framework.gone[n] ? made[n] : finished(n, node);
    }

    private Column made(int n, Node node) {
        if (node.measure().isPresent()) {
            return group.shares[framework.pointsOf.get(n).getFirst()];
        }
        if (node.isLeaf()) {
            return leaf(n, node);
        }
        List<Integer> below = framework.children.get(n).stream()
                .filter(child -> !framework.gone[child])
                .toList();
        List<Child> children = below.stream().map(child -> child(child, node)).toList();
        double[] weight =
                below.stream().mapToDouble(child -> framework.weight[child]).toArray();
        MeanColumn built = new MeanColumn(
                group.rows,
                children,
                weight,
                node.composition(),
                scratch,
                asked(n, node.composition().atLeast()));
        mean[n] = built;
        return node.aggregation() == Aggregation.COPELAND ? new CopelandColumn(built) : built;
    }

    private Child child(int child, Node parent) {
        Node node = framework.nodes.get(child);
        List<Normalisation> before = parent.composition().before();
        Column entering = group.normalised(score[child], before);
        entry[child] = entering;
        return new Child(entering, node.missing(), node.undetermined());
    }

    private LeafColumn leaf(int n, Node node) {
        List<Integer> held = framework.pointsOf.get(n).stream()
                .filter(p -> !framework.pointGone[p])
                .toList();
        List<Child> children = held.stream()
                .map(p -> new Child(
                        group.shares[p],
                        framework.points.get(p).missing(),
                        framework.points.get(p).undetermined()))
                .toList();
        boolean[] bonus = new boolean[held.size()];
        for (int i = 0; i < bonus.length; i++) {
            bonus[i] = framework.points.get(held.get(i)).bonus();
        }
        double cap = node.bonusCap() == null
                ? Double.POSITIVE_INFINITY
                : node.bonusCap().doubleValue();
        double[] points = held.stream().mapToDouble(p -> framework.most[p]).toArray();
        return new LeafColumn(
                group.rows,
                children,
                points,
                bonus,
                cap,
                scratch,
                node.composition().atLeast());
    }

    private List<Column> asked(int n, @Nullable AtLeast atLeast) {
        if (atLeast == null) {
            return List.of();
        }
        List<Column> asked = new ArrayList<>();
        for (int other = n + 1; other < score.length; other++) {
            boolean wanted = atLeast.of() == AtLeast.Of.LEAVES
                    ? framework.isLeaf(other) && framework.isWithin(other, n)
                    : framework.parent[other] == n;
            if (wanted && !framework.gone[other]) {
                asked.add(score[other]);
            }
        }
        return asked;
    }

    private Column finished(int n, Node node) {
        Finish finish = node.finish();
        Column last = group.normalised(made[n], finish.normalise());
        List<FinishColumn.Cap> caps = caps(node);
        double[] overrides = overrides(node.id());
        Rounding rounding = n == 0 ? null : finish.round();
        if (finish.clamp() == null && caps.isEmpty() && overrides.length == 0 && rounding == null) {
            return last;
        }
        FinishColumn column = new FinishColumn(last, finish.clamp(), caps, rounding, overrides);
        rootFinish = n == 0 ? column : rootFinish;
        return column;
    }

    private List<FinishColumn.Cap> caps(Node node) {
        List<FinishColumn.Cap> caps = new ArrayList<>();
        for (int p = 0; p < framework.points.size(); p++) {
            Veto veto = framework.points.get(p).veto();
            VetoColumn column = group.vetoes[p];
            if (veto != null && column != null && veto.nodeId().equals(node.id())) {
                caps.add(new FinishColumn.Cap(
                        framework.inputId(p), column, veto.cap().doubleValue()));
            }
        }
        return caps;
    }

    private double[] overrides(String node) {
        List<ScoreOverride> own = framework.framework.overrides().stream()
                .filter(each -> each.nodeId().equals(node) && group.rowOf(each.targetId()) >= 0)
                .toList();
        if (own.isEmpty()) {
            return new double[0];
        }
        double[] overrides = new double[group.rows];
        Arrays.fill(overrides, Double.NaN);
        own.forEach(
                each -> overrides[group.rowOf(each.targetId())] = each.score().doubleValue());
        return overrides;
    }

    private void figure(Figure figure) {
        Column source = scored(figure.of());
        String by = figure.dividedBy();
        Column made = by == null
                ? source
                : new PairColumn(source, scored(by), PairColumn.Kind.QUOTIENT, by, (x, other) -> x / other);
        Column last = group.normalised(made, figure.finish().normalise());
        Finish finish = figure.finish();
        boolean more = finish.clamp() != null || finish.round() != null;
        figureSources.put(figure.id(), source);
        figures.put(
                figure.id(),
                more ? new FinishColumn(last, finish.clamp(), List.of(), finish.round(), new double[0]) : last);
    }

    /** A node's or figure's score as figures take it: the root's with the bonus. */
    private Column scored(String id) {
        return id.equals(framework.nodeId(0)) ? total : of(id);
    }
}
