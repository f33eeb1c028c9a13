package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Matrix.Field;
import java.util.Locale;

/**
 * What a field of the board looks like: the most pressing thing about it decides, and says so by sign and colour. That its
 * deadline is near or past is shown beside that.
 */
public enum Square {
    /** It was looked at, and could not be determined. */
    UNDETERMINED("?"),
    /** People have to see to it. */
    TASKS("◊"),
    /** Nobody has delivered yet. */
    WAITING("○"),
    /** All of it is collected. */
    DONE("✓"),
    /** Nothing is asked here. */
    NONE("");

    private final String sign;

    Square(String sign) {
        this.sign = sign;
    }

    static Square of(Field field) {
        if (field.due() == 0) {
            return NONE;
        }
        if (field.undetermined() > 0) {
            return UNDETERMINED;
        }
        if (field.tasks() > 0) {
            return TASKS;
        }
        return field.collected() < field.due() ? WAITING : DONE;
    }

    public String sign() {
        return sign;
    }

    /** The word of addresses, style sheets and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is counted beside the sign. */
    int number(Field field) {
        return switch (this) {
            case UNDETERMINED -> field.undetermined();
            case TASKS -> field.tasks();
            case WAITING -> field.due() - field.collected();
            case DONE, NONE -> 0;
        };
    }
}
