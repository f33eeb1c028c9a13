package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Matrix.Field;
import java.util.Collection;

/** Fields of the board added up. */
public record Sum(int due, int collected, int undetermined, int tasks, int escalated) {

    static Sum of(Collection<Field> fields) {
        int[] sums = new int[5];
        for (Field field : fields) {
            sums[0] += field.due();
            sums[1] += field.collected();
            sums[2] += field.undetermined();
            sums[3] += field.tasks();
            sums[4] += field.escalated();
        }
        return new Sum(sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    /** Points that nobody has observed. */
    public int waiting() {
        return due - collected - undetermined;
    }

    /** The share that is collected, rounded down: 100 is said only of the whole. */
    public int percent() {
        return due == 0 ? 100 : (int) (100L * collected / due);
    }
}
