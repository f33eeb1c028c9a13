package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Figure;
import cn.lingpao.methodology.framework.Node;
import cn.lingpao.methodology.framework.RankBy;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Variable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The targets that are scored together, kept up to date: {@link #set} and {@link #award} note changes, {@link #refresh} computes
 * what they reach with the same code that computes everything, so the result is that of a new group, bit for bit. Rows are the
 * targets by id. Not for several threads; {@link #copy} makes an independent one.
 */
public final class Group {

    final CompiledFramework framework;
    final List<Member> members;
    final List<String> targets;
    final Assembly assembly;
    final Answers answers;
    private final Basis basis;
    private final BigDecimal[] awards;
    private final Map<String, Standing> standings = new HashMap<>();
    private final Standing standing;

    private Group(
            CompiledFramework framework, List<Member> members, Basis basis, @Nullable Map<String, Assembly> elsewhere) {
        this.framework = framework;
        this.members = members;
        this.basis = basis;
        targets = members.stream().map(Member::targetId).toList();
        Map<String, Integer> rows = new LinkedHashMap<>();
        targets.forEach(target -> rows.put(target, rows.size()));
        assembly = new Assembly(framework, rows, elsewhere);
        answers = new Answers(assembly, targets, basis);
        awards = new BigDecimal[targets.size()];
        Arrays.fill(awards, BigDecimal.ZERO);
        String ranked = framework.framework.ranking().of();
        standing = new Standing(
                assembly.tree.of(ranked), Standing.rule(framework.framework.ranking()), Roster.tieOrder(members));
        assembly.columns.add(standing);
    }

    /** {@link #of(CompiledFramework, Collection, Basis)} without other campaigns. */
    public static Group of(CompiledFramework framework, Collection<Member> roster) {
        return of(framework, roster, Basis.NONE);
    }

    /**
     * An unanswered group.
     *
     * @throws IllegalArgumentException for a target that is twice in the roster
     */
    public static Group of(CompiledFramework framework, Collection<Member> roster, Basis basis) {
        Map<String, Assembly> elsewhere = new HashMap<>();
        basis.answers().forEach((campaign, cells) -> elsewhere.put(campaign, other(framework, cells)));
        return new Group(framework, Roster.sorted(roster), basis, elsewhere);
    }

    private static Assembly other(CompiledFramework framework, Map<String, Map<String, Answer>> cells) {
        List<Member> members = Roster.sorted(
                cells.keySet().stream().map(id -> new Member(id, null)).toList());
        Group group = new Group(framework, members, Basis.NONE, null);
        group.setAll(cells);
        group.refresh();
        return group.assembly;
    }

    /** Targets by id: row 0 is the first. */
    public List<String> targets() {
        return targets;
    }

    /** -1 for a target that is not in the group. */
    public int row(String targetId) {
        return assembly.rowOf(targetId);
    }

    /**
     * Notes the answer to a check point, measure or variable; null takes it back. Answers of targets that are not in the group play
     * no part.
     *
     * @throws IllegalArgumentException for an unknown input, or a value that it does not take
     */
    public void set(String targetId, String inputId, @Nullable Answer answer) {
        int row = row(targetId);
        if (answer != null) {
            framework.framework.accepts(inputId, answer.value()).ifPresent(reason -> {
                throw new IllegalArgumentException(targetId + ": " + reason + ", not " + answer.value());
            });
        }
        int input = framework.inputIndex(inputId);
        if (input < 0) {
            throw new IllegalArgumentException(
                    targetId + ": " + framework.framework.ref() + " has no check point " + inputId);
        }
        if (row >= 0) {
            answers.put(row, input, answer);
        }
    }

    /** Notes an answer that is known to fit. */
    public void set(int row, int input, @Nullable Answer answer) {
        answers.put(row, input, answer);
    }

    void setAll(Map<String, Map<String, Answer>> cells) {
        for (int row = 0; row < targets.size(); row++) {
            for (var cell : cells.getOrDefault(targets.get(row), Map.of()).entrySet()) {
                set(targets.get(row), cell.getKey(), cell.getValue());
            }
        }
    }

    /**
     * Replaces the answers to a measure, a numeric check point or variable: a number a row, NaN for none.
     *
     * @throws IllegalArgumentException when the length is not that of the group, the input takes no numbers, or one is infinite
     */
    public void column(int input, double[] numbers) {
        check(input, numbers);
        answers.put(input, numbers);
    }

    /**
     * {@link #column} for many inputs, each once; by several threads where that is worth it.
     *
     * @param columns by input and row
     */
    public void columns(int[] inputs, double[][] columns) {
        if (inputs.length != columns.length || IntStream.of(inputs).distinct().count() < inputs.length) {
            throw new IllegalArgumentException("one column for each input, and each input once");
        }
        IntStream.range(0, inputs.length).parallel().forEach(at -> check(inputs[at], columns[at]));
        answers.put(inputs, columns);
    }

    private void check(int input, double[] numbers) {
        if (numbers.length != targets.size()) {
            throw new IllegalArgumentException("%d numbers for %d targets".formatted(numbers.length, targets.size()));
        }
        if (!numeric(input)) {
            throw new IllegalArgumentException(framework.inputId(input) + " takes no column of numbers");
        }
        if (!finite(numbers)) {
            throw new IllegalArgumentException(framework.inputId(input) + " takes finite numbers only");
        }
    }

    private static boolean finite(double[] numbers) {
        double largest = 0;
        for (double number : numbers) {
            double size = Math.abs(number);
            largest = size > largest ? size : largest;
        }
        return largest <= Double.MAX_VALUE;
    }

    private boolean numeric(int input) {
        if (input >= framework.points.size()) {
            return framework.variables.get(input - framework.points.size()).type() == Variable.Type.NUMBER;
        }
        Rule rule = framework.points.get(input).rule();
        return !(rule instanceof Rule.Checklist || rule instanceof Rule.Graded || rule instanceof Rule.Tiers);
    }

    /** The sum of the award points of a target. */
    public void award(String targetId, BigDecimal points) {
        int row = row(targetId);
        if (row >= 0) {
            awards[row] = points;
            double bonus = bonus(row).doubleValue();
            if (assembly.bonus.put(row, bonus, Cell.SCORED)) {
                assembly.columns.due(assembly.bonus);
            }
        }
    }

    BigDecimal bonus(int row) {
        return framework
                .framework
                .bonus()
                .map(each -> Decimals.canonical(each.of(awards[row])))
                .orElse(BigDecimal.ZERO);
    }

    /** Gives the nodes other weights, by node index; those of the framework come back with its own. */
    public void weights(double[] byNode) {
        for (int n = 0; n < framework.nodes.size(); n++) {
            NodeColumn node = assembly.tree.mean[n];
            if (node != null) {
                double[] own = framework.children.get(n).stream()
                        .filter(child -> !framework.gone[child])
                        .mapToDouble(child -> byNode[child])
                        .toArray();
                node.reweigh(own);
                assembly.columns.dueIfTodo(node);
            }
        }
    }

    /** Computes what the changes since the last time reach, and says which rows that is. */
    public Moved refresh() {
        assembly.columns.refresh();
        return Moved.of(assembly.columns.moved, targets.size());
    }

    /**
     * The rows of which anything changed: an answer, its effect, a base, a score.
     *
     * @param all whether that is every row; they are not listed then
     * @param rows ascending
     */
    public record Moved(boolean all, int[] rows) {

        static Moved of(BitSet moved, int count) {
            int size = moved.cardinality();
            int[] rows = new int[size == count ? 0 : size];
            int row = -1;
            for (int i = 0; i < rows.length; i++) {
                row = moved.nextSetBit(row + 1);
                rows[i] = row;
            }
            return new Moved(size == count, rows);
        }
    }

    /** Computes everything, whatever changed. */
    public void recomputeAll() {
        assembly.columns.dueAll();
        refresh();
    }

    /** NaN for a target without a total. */
    public double total(int row) {
        return assembly.tree.total.value[row];
    }

    /** The number that the framework ranks by: the total, or the node or figure it names; NaN for none. */
    public double ranked(int row) {
        return assembly.tree.of(framework.framework.ranking().of()).value[row];
    }

    /** The unrounded double of a node's score; NaN for none. */
    public double score(int node, int row) {
        return assembly.tree.score[node].value[row];
    }

    public State state(int node, int row) {
        return Cell.state(assembly.tree.score[node].state[row]);
    }

    /** The rank among all rows as the framework ranks; NaN for a target without one. */
    public double rank(int row) {
        return standing.rank(row);
    }

    /** The rank by the score of a node or figure, as that is ranked; NaN for a target without one. */
    public double rank(String nodeOrFigure, int row) {
        return standings.computeIfAbsent(nodeOrFigure, this::standing).rank(row);
    }

    private Standing standing(String id) {
        boolean root = id.equals(framework.nodeId(0));
        RankBy rule = root ? Standing.rule(framework.framework.ranking()) : rankBy(id);
        Standing made = new Standing(root ? assembly.tree.total : assembly.tree.of(id), rule, Roster.tieOrder(members));
        assembly.columns.add(made);
        made.refresh();
        return made;
    }

    private RankBy rankBy(String id) {
        return framework
                .framework
                .node(id)
                .map(Node::rank)
                .or(() -> framework.framework.figures().stream()
                        .filter(figure -> figure.id().equals(id))
                        .findFirst()
                        .map(Figure::rank))
                .orElseThrow(() -> new IllegalArgumentException("no node or figure " + id));
    }

    /** A group with the same answers, awards and framework weights that shares nothing with this one. */
    public Group copy() {
        Group copy = of(framework, members, basis);
        answers.copyTo(copy.answers);
        for (int row = 0; row < awards.length; row++) {
            copy.award(targets.get(row), awards[row]);
        }
        copy.refresh();
        return copy;
    }

    /** What there is to read, as of the last {@link #refresh}; it changes with the group. */
    public GroupResult result() {
        return new GroupResult(this);
    }

    /** Cells and nodes without a number where the framework forbids it, as {@code target: id}; empty when all is well. */
    public List<String> gaps() {
        return new ForbiddenGaps(framework, assembly, targets).list();
    }
}
