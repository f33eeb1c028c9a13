package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.CheckPoint;
import cn.lingpao.methodology.framework.Policy;
import cn.lingpao.methodology.framework.Value;
import cn.lingpao.methodology.framework.Variable;
import cn.lingpao.methodology.framework.Veto;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The answers of a group, and how they get into the input columns. */
final class Answers {

    private final Assembly group;
    private final CompiledFramework framework;
    private final List<String> targets;
    private final Basis basis;
    private final @Nullable String campaign;
    private final @Nullable Answer @Nullable [][] given;
    private final @Nullable BitSet @Nullable [] carried;
    private final boolean[] numbers;

    Answers(Assembly group, List<String> targets, Basis basis) {
        this.group = group;
        this.framework = group.framework;
        this.targets = targets;
        this.basis = basis;
        campaign = framework.framework.carryForward().orElse(null);
        given = new Answer[framework.inputCount()][];
        carried = new BitSet[framework.inputCount()];
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
        if (campaign == null && !special(input)) {
            group.inputs[input].putAll(column);
            noted(input);
            return;
        }
        given[input] = null;
        numbers[input] = true;
        for (int row = 0; row < column.length; row++) {
            if (column[row] != column[row] || special(input)) {
                write(row, input, number(column[row]));
            } else {
                write(group.inputs[input], row, column[row], Cell.SCORED);
            }
        }
    }

    /** Takes a column of numbers for each input, every input once. */
    void put(int[] inputs, double[][] columns) {
        IntStream each = IntStream.range(0, inputs.length);
        if ((long) inputs.length * targets.size() < Columns.WORTH_THREADS
                || campaign != null
                || IntStream.of(inputs).anyMatch(this::special)) {
            each.forEach(at -> put(inputs[at], columns[at]));
        } else {
            each.parallel().forEach(at -> group.inputs[inputs[at]].putAll(columns[at]));
            IntStream.of(inputs).forEach(this::noted);
        }
    }

    private void noted(int input) {
        given[input] = null;
        numbers[input] = true;
        group.columns.dueIfTodo(group.inputs[input]);
    }

    /** Whether more than the input column hangs on an answer. */
    private boolean special(int input) {
        return input < framework.points.size() && (group.vetoes[input] != null || group.numbers[input] != null);
    }

    private static @Nullable Answer number(double number) {
        return number == number ? Answer.of(Value.number(BigDecimal.valueOf(number))) : null;
    }

    /** What counts: what was answered here, or what is carried forward; made of the number where only that was given. */
    @Nullable
    Answer effective(int row, int input) {
        if (carried(row, input)) {
            return carriedFrom(row, input);
        }
        Answer[] column = given[input];
        if (column != null && column[row] != null) {
            return column[row];
        }
        return numbers[input] ? number(group.inputs[input].value[row]) : null;
    }

    /** Whether the answer of another campaign stands in. */
    boolean carried(int row, int input) {
        BitSet rows = carried[input];
        return rows != null && rows.get(row);
    }

    private @Nullable Answer carriedFrom(int row, int input) {
        return basis.answer(campaign, targets.get(row), framework.inputId(input));
    }

    private @Nullable Answer standIn(int row, int input, @Nullable Answer own) {
        if (campaign == null || input >= framework.points.size()) {
            return null;
        }
        CheckPoint point = framework.points.get(input);
        boolean carries = own == null
                ? point.missing() == Policy.CARRY_FORWARD
                : own.value() == Value.UNDETERMINED && point.undetermined() == Policy.CARRY_FORWARD;
        return carries ? carriedFrom(row, input) : null;
    }

    private void write(int row, int input, @Nullable Answer own) {
        Answer standIn = standIn(row, input, own);
        Answer answer = standIn == null ? own : standIn;
        note(row, input, standIn != null);
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

    private void note(int row, int input, boolean carries) {
        BitSet rows = carried[input];
        if (rows == null && carries) {
            rows = new BitSet();
            carried[input] = rows;
        }
        if (rows != null) {
            rows.set(row, carries);
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
                other.put(input, own(input));
            }
            Answer[] column = given[input];
            for (int row = 0; column != null && row < column.length; row++) {
                if (column[row] != null) {
                    other.put(row, input, column[row]);
                }
            }
        }
    }

    private double[] own(int input) {
        double[] own = group.inputs[input].value.clone();
        for (int row = 0; row < own.length; row++) {
            own[row] = carried(row, input) ? Double.NaN : own[row];
        }
        return own;
    }
}
