package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Policy;
import cn.lingpao.methodology.framework.Value;
import cn.lingpao.methodology.framework.Variable;
import cn.lingpao.methodology.framework.Veto;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers of a group, and how they get into the input columns. */
final class Answers {

    private final Assembly group;
    private final CompiledFramework framework;
    private final List<String> targets;
    private final Basis basis;
    private final @Nullable String campaign;
    private final @Nullable Answer @Nullable [][] given;
    private final boolean[] numbers;

    Answers(Assembly group, List<String> targets, Basis basis) {
        this.group = group;
        this.framework = group.framework;
        this.targets = targets;
        this.basis = basis;
        campaign = framework.framework.carryForward().orElse(null);
        given = new Answer[framework.inputCount()][];
        numbers = new boolean[framework.inputCount()];
        for (int input = 0; campaign != null && input < framework.points.size(); input++) {
            for (int row = 0; row < targets.size(); row++) {
                write(row, input, null);
            }
        }
    }

    /** Takes a fitting answer, or null for none. */
    void put(int row, int input, @Nullable Answer answer) {
        Answer[] column = given[input];
        if (column == null) {
            column = new Answer[targets.size()];
            given[input] = column;
        }
        column[row] = answer;
        write(row, input, answer);
    }

    /** Takes a column of numbers, NaN for none. */
    void put(int input, double[] column) {
        group.inputs[input].putAll(column);
        given[input] = null;
        numbers[input] = true;
        group.columns.dueIfTodo(group.inputs[input]);
        veto(input, column);
    }

    private void veto(int input, double[] column) {
        VetoColumn veto = input < framework.points.size() ? group.vetoes[input] : null;
        for (int row = 0; veto != null && row < column.length; row++) {
            Value value = column[row] == column[row] ? Value.number(BigDecimal.valueOf(column[row])) : null;
            veto(veto, row, input, value);
        }
    }

    /** What counts: what was answered here, or what is carried forward; made of the number where only that was given. */
    @Nullable
    Answer effective(int row, int input) {
        if (fromNumber(row, input)) {
            InputColumn column = group.inputs[input];
            return column.state[row] == Cell.SCORED
                    ? Answer.of(Value.number(BigDecimal.valueOf(column.value[row])))
                    : null;
        }
        Answer own = own(row, input);
        Answer carried = carried(row, input, own);
        return carried == null ? own : carried;
    }

    /** Whether the answer of another campaign stands in. */
    boolean carried(int row, int input) {
        return !fromNumber(row, input) && carried(row, input, own(row, input)) != null;
    }

    /** Whether all that was given here is a number of a column. */
    private boolean fromNumber(int row, int input) {
        return numbers[input] && own(row, input) == null;
    }

    private @Nullable Answer own(int row, int input) {
        Answer[] column = given[input];
        return column == null ? null : column[row];
    }

    private @Nullable Answer carried(int row, int input, @Nullable Answer own) {
        if (campaign == null || input >= framework.points.size()) {
            return null;
        }
        CheckPoint point = framework.points.get(input);
        boolean carries = own == null
                ? point.missing() == Policy.CARRY_FORWARD
                : own.value() == Value.UNDETERMINED && point.undetermined() == Policy.CARRY_FORWARD;
        return carries ? basis.answer(campaign, targets.get(row), point.id()) : null;
    }

    private void write(int row, int input, @Nullable Answer own) {
        Answer carried = carried(row, input, own);
        Answer answer = carried == null ? own : carried;
        Value value = answer == null ? null : answer.value();
        byte state = Encoding.state(value);
        double number = state == Cell.SCORED && value != null ? number(input, value) : Double.NaN;
        write(group.inputs[input], row, number, state);
        InputColumn behind = input < framework.points.size() ? group.numbers[input] : null;
        if (behind != null) {
            write(
                    behind,
                    row,
                    value instanceof Value.Number measured ? measured.number().doubleValue() : Double.NaN,
                    state);
        }
        VetoColumn veto = input < framework.points.size() ? group.vetoes[input] : null;
        if (veto != null) {
            veto(veto, row, input, value);
        }
    }

    private void write(InputColumn column, int row, double number, byte state) {
        if (column.put(row, number, state)) {
            group.columns.due(column);
        }
    }

    private void veto(VetoColumn column, int row, int input, @Nullable Value value) {
        Veto veto = framework.points.get(input).veto();
        if (veto != null && column.put(row, Encoding.vetoes(veto.when(), value))) {
            group.columns.due(column);
        }
    }

    private double number(int input, Value value) {
        if (input < framework.points.size()) {
            return Encoding.number(framework.points.get(input).rule(), value);
        }
        Variable variable = framework.variables.get(input - framework.points.size());
        return variable.type() == Variable.Type.CATEGORY
                ? group.categories(variable.id()).code(((Value.Grade) value).id())
                : ((Value.Number) value).number().doubleValue();
    }

    /** Copies everything into the answers of another group of the same framework and targets. */
    void copyTo(Answers other) {
        for (int input = 0; input < given.length; input++) {
            if (numbers[input]) {
                other.put(input, group.inputs[input].value.clone());
            }
            Answer[] column = given[input];
            for (int row = 0; column != null && row < column.length; row++) {
                if (column[row] != null) {
                    other.put(row, input, column[row]);
                }
            }
        }
    }
}
