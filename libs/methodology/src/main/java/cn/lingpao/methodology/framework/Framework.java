package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A version of an assessment's methodology, immutable. */
public final class Framework {

    private final String version;
    private final Header header;
    private final @Nullable BigDecimal fullMarks;
    private final Results results;
    private final Inputs inputs;
    private final Node root;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, CheckPoint> checkPoints = new LinkedHashMap<>();
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    Framework(
            String version, Header header, @Nullable BigDecimal fullMarks, Results results, Inputs inputs, Node root) {
        this.version = version;
        this.header = header;
        this.fullMarks = fullMarks;
        this.results = results;
        this.inputs = inputs;
        this.root = root;
        root.preOrder().forEach(node -> {
            nodes.put(node.id(), node);
            node.checkPoints().forEach(point -> checkPoints.put(point.id(), point));
        });
        inputs.variables.forEach(variable -> variables.put(variable.id(), variable));
    }

    /** What is said about a framework, as opposed to what it computes. */
    record Header(@Nullable Source source, @Nullable Weights weights, List<Text> levelNames) {
        Header {
            levelNames = List.copyOf(levelNames);
        }
    }

    /** What goes in beside the tree, and what is done with it before the tree. */
    record Inputs(
            List<Variable> variables,
            List<Screen> screens,
            List<Step> order,
            @Nullable String carryForward) {
        Inputs {
            variables = List.copyOf(variables);
            screens = List.copyOf(screens);
            order = List.copyOf(order);
        }
    }

    /** What comes out beside the tree's scores, and what is decided about them. */
    record Results(
            @Nullable Bonus bonus,
            List<Level> levels,
            @Nullable String levelsOf,
            RankingRule ranking,
            List<Figure> figures,
            List<ScoreOverride> overrides) {
        Results {
            levels = levels.stream()
                    .sorted(Comparator.comparing(Level::from).reversed())
                    .toList();
            figures = List.copyOf(figures);
            overrides = List.copyOf(overrides);
        }
    }

    Framework withFullMarks(@Nullable BigDecimal marks) {
        return new Framework(version, header, marks, results, inputs, root);
    }

    /**
     * Reads and checks a framework document.
     *
     * @throws FrameworkFaults with every fault of the document
     */
    public static Framework parse(String document) {
        return FrameworkReader.read(document);
    }

    /**
     * This framework with other weights of some nodes, to see what they would change; it has the same reference.
     *
     * @throws IllegalArgumentException for an unknown node, the root, a weight below 0, or siblings that all weigh 0
     */
    public Framework withWeights(Map<String, BigDecimal> weights) {
        weights.keySet().forEach(this::belowRoot);
        return withRoot(Reshaping.reweighted(root, weights));
    }

    /**
     * This framework as if a node had never been in its tree, to see what that would change; it has the same reference.
     *
     * @throws IllegalArgumentException for an unknown node, or the root
     */
    public Framework without(String nodeId) {
        belowRoot(nodeId);
        return withRoot(Reshaping.without(root, nodeId));
    }

    /** This framework with other steps for every measure that is normalised, to see what they would change. */
    public Framework withNormalisation(List<Normalisation> steps) {
        return withRoot(Reshaping.normalised(root, steps));
    }

    private Framework withRoot(Node other) {
        return new Framework(version, header, FullMarks.check(Optional.empty(), other), results, inputs, other);
    }

    private void belowRoot(String nodeId) {
        if (!nodes.containsKey(nodeId) || nodeId.equals(id())) {
            throw new IllegalArgumentException(ref() + " has no node " + nodeId + " below its root");
        }
    }

    /** {@code id@version}. */
    public String ref() {
        return id() + "@" + version;
    }

    public String id() {
        return root.id();
    }

    public String version() {
        return version;
    }

    public Text name() {
        return root.name();
    }

    public Optional<Source> source() {
        return Optional.ofNullable(header.source());
    }

    public Optional<Weights> weights() {
        return Optional.ofNullable(header.weights());
    }

    /** Names of the levels of the tree: the first is that of depth 1. */
    public List<Text> levelNames() {
        return header.levelNames();
    }

    /** The most that the tree can yield, without the bonus; null when there is no such bound and the framework states none. */
    public @Nullable BigDecimal fullMarks() {
        return fullMarks;
    }

    public Optional<Bonus> bonus() {
        return Optional.ofNullable(results.bonus());
    }

    /** Levels of results, highest first. */
    public List<Level> levels() {
        return results.levels();
    }

    /** The highest level whose lower bound {@code total} reaches; none when it is below all of them. */
    public Optional<Level> level(BigDecimal total) {
        return results.levels().stream()
                .filter(level -> total.compareTo(level.from()) >= 0)
                .findFirst();
    }

    public RankingRule ranking() {
        return results.ranking();
    }

    /** The node or figure whose score the levels are of; null for the total. */
    public @Nullable String levelsOf() {
        return results.levelsOf();
    }

    /** Figures that are published beside the tree, in the order of the document. */
    public List<Figure> figures() {
        return results.figures();
    }

    /** Scores that were set by decision. */
    public List<ScoreOverride> overrides() {
        return results.overrides();
    }

    /** Values of targets beside the tree. */
    public List<Variable> variables() {
        return inputs.variables();
    }

    public Optional<Variable> variable(String id) {
        return Optional.ofNullable(variables.get(id));
    }

    /** Who is left out for want of data; none when everybody stays. */
    public List<Screen> screens() {
        return inputs.screens();
    }

    /** The order of the stages that the values of measures pass: each once. */
    public List<Step> order() {
        return inputs.order();
    }

    /** The campaign whose values are carried forward. */
    public Optional<String> carryForward() {
        return Optional.ofNullable(inputs.carryForward());
    }

    /** Everything that a target can have an answer to: check points, measures and variables. */
    public List<Point> points() {
        Stream<Point> tree = checkPoints.values().stream()
                .map(point -> new Point(
                        point.id(),
                        point.text(),
                        point.rule() instanceof Rule.Measure ? Point.Kind.MEASURE : Point.Kind.CHECK_POINT,
                        point.review()));
        Stream<Point> beside = inputs.variables().stream()
                .map(variable -> new Point(variable.id(), variable.name(), Point.Kind.VARIABLE, variable.review()));
        return Stream.concat(tree, beside).toList();
    }

    /** The ids of campaigns whose values are needed beside this one's. */
    public Set<String> campaigns() {
        return Campaigns.of(this);
    }

    public Node root() {
        return root;
    }

    /** Every node, root first, each before its children. */
    public Collection<Node> nodes() {
        return Collections.unmodifiableCollection(nodes.values());
    }

    public Optional<Node> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** The nodes that hold check points, or are one number. */
    public List<Node> leaves() {
        return nodes.values().stream().filter(Node::isLeaf).toList();
    }

    /** Every check point, in the order of the document; a measured leaf is one. */
    public Collection<CheckPoint> checkPoints() {
        return Collections.unmodifiableCollection(checkPoints.values());
    }

    public Optional<CheckPoint> checkPoint(String id) {
        return Optional.ofNullable(checkPoints.get(id));
    }

    /**
     * How the answers to a check point, measure or variable are reviewed.
     *
     * @throws IllegalArgumentException for an id that is not in this framework
     */
    public ReviewMode reviewMode(String pointId) {
        return checkPoint(pointId)
                .map(CheckPoint::review)
                .or(() -> variable(pointId).map(Variable::review))
                .orElseThrow(() -> new IllegalArgumentException(unknown(pointId)));
    }

    /** Why the check point, measure or variable does not take the value; empty when it does. */
    public Optional<String> accepts(String pointId, Value value) {
        Optional<String> reason = Optional.ofNullable(checkPoints.get(pointId))
                .map(point -> Fit.misfit(point.rule(), value))
                .or(() -> variable(pointId).map(variable -> Fit.misfit(variable.type(), value)))
                .orElse(null);
        return reason == null ? Optional.of(unknown(pointId)) : reason.map(each -> pointId + " " + each);
    }

    /** {@code dimensions/topics/indicators (n leaves)}, the bonus counted as a dimension. */
    public String structure() {
        return "%d/%d/%d (%d leaves)"
                .formatted(atDepth(1) + (results.bonus() == null ? 0 : 1), atDepth(2), atDepth(3), leaves().size());
    }

    private long atDepth(int depth) {
        return nodes.values().stream().filter(node -> node.depth() == depth).count();
    }

    private String unknown(String checkPointId) {
        return ref() + " has no check point " + checkPointId;
    }
}
