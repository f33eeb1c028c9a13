package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version of an assessment's methodology, immutable. */
public final class Framework {

    private final String version;
    private final @Nullable Source source;
    private final @Nullable Weights weights;
    private final List<Text> levelNames;
    private final BigDecimal fullMarks;
    private final @Nullable Bonus bonus;
    private final List<Level> levels;
    private final RankingRule ranking;
    private final Node root;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, CheckPoint> checkPoints = new LinkedHashMap<>();

    Framework(
            String version,
            Header header,
            BigDecimal fullMarks,
            @Nullable Bonus bonus,
            List<Level> levels,
            RankingRule ranking,
            Node root) {
        this.version = version;
        this.source = header.source();
        this.weights = header.weights();
        this.levelNames = header.levelNames();
        this.fullMarks = fullMarks;
        this.bonus = bonus;
        this.levels = levels.stream()
                .sorted(Comparator.comparing(Level::from).reversed())
                .toList();
        this.ranking = ranking;
        this.root = root;
        root.preOrder().forEach(node -> {
            nodes.put(node.id(), node);
            node.checkPoints().forEach(point -> checkPoints.put(point.id(), point));
        });
    }

    /** What is said about a framework, as opposed to what it computes. */
    record Header(@Nullable Source source, @Nullable Weights weights, List<Text> levelNames) {
        Header {
            levelNames = List.copyOf(levelNames);
        }
    }

    /**
     * Reads and checks a framework document.
     *
     * @throws FrameworkFaults with every fault of the document
     */
    public static Framework parse(String document) {
        return FrameworkReader.read(document);
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
        return Optional.ofNullable(source);
    }

    public Optional<Weights> weights() {
        return Optional.ofNullable(weights);
    }

    /** Names of the levels of the tree: the first is that of depth 1. */
    public List<Text> levelNames() {
        return levelNames;
    }

    /** The most that the tree can yield, without the bonus. */
    public BigDecimal fullMarks() {
        return fullMarks;
    }

    public Optional<Bonus> bonus() {
        return Optional.ofNullable(bonus);
    }

    /** Levels of results, highest first. */
    public List<Level> levels() {
        return levels;
    }

    /** The highest level whose lower bound {@code total} reaches; none when it is below all of them. */
    public Optional<Level> level(BigDecimal total) {
        return levels.stream()
                .filter(level -> total.compareTo(level.from()) >= 0)
                .findFirst();
    }

    public RankingRule ranking() {
        return ranking;
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

    /** The nodes that hold check points. */
    public List<Node> leaves() {
        return nodes.values().stream().filter(Node::isLeaf).toList();
    }

    /** Every check point, in the order of the document. */
    public Collection<CheckPoint> checkPoints() {
        return Collections.unmodifiableCollection(checkPoints.values());
    }

    public Optional<CheckPoint> checkPoint(String id) {
        return Optional.ofNullable(checkPoints.get(id));
    }

    /**
     * How the check point is reviewed.
     *
     * @throws IllegalArgumentException for an id that is not in this framework
     */
    public ReviewMode reviewMode(String checkPointId) {
        return checkPoint(checkPointId)
                .map(CheckPoint::review)
                .orElseThrow(() -> new IllegalArgumentException(unknown(checkPointId)));
    }

    /** Why the check point does not take the value; empty when it does. */
    public Optional<String> accepts(String checkPointId, Value value) {
        CheckPoint point = checkPoints.get(checkPointId);
        return point == null
                ? Optional.of(unknown(checkPointId))
                : Fit.misfit(point.rule(), value).map(reason -> checkPointId + " " + reason);
    }

    /** {@code dimensions/topics/indicators (n leaves)}, the bonus counted as a dimension. */
    public String structure() {
        return "%d/%d/%d (%d leaves)"
                .formatted(atDepth(1) + (bonus == null ? 0 : 1), atDepth(2), atDepth(3), leaves().size());
    }

    private long atDepth(int depth) {
        return nodes.values().stream().filter(node -> node.depth() == depth).count();
    }

    private String unknown(String checkPointId) {
        return ref() + " has no check point " + checkPointId;
    }
}
