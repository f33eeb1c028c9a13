package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Direction;
import cn.lingpao.methodology.framework.Normalisation;
import cn.lingpao.methodology.framework.Rule;
import cn.lingpao.methodology.framework.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of one group and how they hang together. */
final class Assembly {

    final CompiledFramework framework;
    final int rows;
    final Map<String, Integer> row;
    final InputColumn[] inputs;
    final @Nullable VetoColumn[] vetoes;

    /** The numbers behind tiers, whose input is a share, where something else asks for them. */
    final @Nullable InputColumn[] numbers;

    /** What each check point earns as a share of its points; of a measure, its number. */
    final Column[] shares;

    final NodeColumns tree;
    final InputColumn bonus;
    final Columns columns;

    @Nullable
    ScreenColumn screen;

    private final Map<String, Categories> categories = new HashMap<>();
    private final @Nullable Map<String, Assembly> elsewhere;
    private final List<ScaledColumn> scaled = new ArrayList<>();

    /**
     * @param elsewhere the groups of other campaigns, filled and refreshed, by campaign id; null when this is such a group, whose
     *     parameters are its own
     */
    Assembly(CompiledFramework framework, Map<String, Integer> row, @Nullable Map<String, Assembly> elsewhere) {
        this.framework = framework;
        this.rows = row.size();
        this.row = row;
        this.elsewhere = elsewhere;
        columns = new Columns(rows);
        inputs = new InputColumn[framework.inputCount()];
        vetoes = new VetoColumn[framework.points.size()];
        numbers = new InputColumn[framework.points.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new InputColumn(rows);
        }
        for (int p = 0; p < vetoes.length; p++) {
            boolean veto = framework.points.get(p).veto() != null && !framework.pointGone[p];
            vetoes[p] = veto ? new VetoColumn(rows) : null;
        }
        for (Variable variable : framework.variables) {
            if (variable.type() == Variable.Type.CATEGORY) {
                categories.put(variable.id(), new Categories(inputs[framework.inputIndex(variable.id())]));
            }
        }
        shares = new PointColumns(this, new MeasureColumns(this).build()).build();
        bonus = new InputColumn(rows);
        for (int r = 0; r < rows; r++) {
            bonus.put(r, 0, Cell.SCORED);
        }
        tree = new NodeColumns(this);
        addAll();
    }

    private void addAll() {
        for (InputColumn input : inputs) {
            columns.add(input);
        }
        for (Column share : shares) {
            columns.add(share);
        }
        for (VetoColumn veto : vetoes) {
            if (veto != null) {
                columns.add(veto);
            }
        }
        tree.all().forEach(columns::add);
    }

    /** The numbers that were answered to an input. */
    Column collected(String id) {
        int input = framework.inputIndex(id);
        boolean tiers = input < numbers.length && framework.points.get(input).rule() instanceof Rule.Tiers;
        if (!tiers) {
            return inputs[input];
        }
        InputColumn known = numbers[input];
        InputColumn column = known == null ? new InputColumn(rows) : known;
        numbers[input] = column;
        return column;
    }

    Categories categories(@Nullable String variable) {
        return variable == null ? new Categories(null) : categories.get(variable);
    }

    /** The row of a target; -1 when it is not in the group. */
    int rowOf(String target) {
        return row.getOrDefault(target, -1);
    }

    /** The last column of a measure: normalised, or turned when lower is better. */
    Column measured(Column column, Rule.Measure measure) {
        if (!measure.normalise().isEmpty()) {
            return normalised(column, measure.normalise(), measure.direction(), false);
        }
        return measure.direction() == Direction.HIGHER ? column : MappedColumn.turned(column);
    }

    /** The scores of a node, or of a child before they are put together. */
    Column normalised(Column column, List<Normalisation> steps) {
        return normalised(column, steps, Direction.HIGHER, true);
    }

    /** Only the first step turns the direction: what comes out of it is better when it is higher. */
    private Column normalised(Column column, List<Normalisation> steps, Direction direction, boolean scores) {
        Column last = column;
        Direction turned = direction;
        for (Normalisation step : steps) {
            last = normalised(last, step, turned, scores);
            turned = Direction.HIGHER;
        }
        return last;
    }

    private Column normalised(Column column, Normalisation step, Direction direction, boolean scores) {
        Categories within = categories(step.scope().within());
        if (step instanceof Normalisation.Rank
                || step instanceof Normalisation.Borda
                || step instanceof Normalisation.PercentileRank) {
            return new RankedColumn(column, step, direction, within, scores);
        }
        if (step instanceof Normalisation.Formula formula) {
            return new FormulaColumn(column, formula, direction);
        }
        ScaledColumn scaledColumn = new ScaledColumn(
                column,
                new Scales(step, direction, reference(step), scores),
                within,
                lender(step.scope().campaign()));
        scaled.add(scaledColumn);
        return scaledColumn;
    }

    private int reference(Normalisation step) {
        return switch (step) {
            case Normalisation.DistanceToReference to -> rowOf(to.targetId());
            case Normalisation.FractionOfReference of -> rowOf(of.targetId());
            default -> -1;
        };
    }

    /** The same step over the numbers of another campaign. */
    private ScaledColumn.Lender lender(@Nullable String campaign) {
        if (campaign == null || elsewhere == null) {
            return ScaledColumn.Lender.SELF;
        }
        Assembly other = elsewhere.get(campaign);
        return new ScaledColumn.Lender(true, other == null ? null : other.scaled.get(scaled.size()));
    }
}
