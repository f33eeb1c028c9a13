package cn.lingpao.methodology.engine;

import cn.lingpao.methodology.framework.Value;
import org.jspecify.annotations.Nullable;

/** The value of one cell (target × check point), and the verdict it rests on. */
public record Answer(Value value, @Nullable String verdictId) {

    public static Answer of(Value value) {
        return new Answer(value, null);
    }
}
