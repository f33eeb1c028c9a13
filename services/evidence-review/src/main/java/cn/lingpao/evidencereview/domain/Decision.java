package cn.lingpao.evidencereview.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person decided on a cell. */
public record Decision(String by, Value value, @Nullable String reason, Instant at) {

    boolean isBySameAs(Decision other) {
        return by.equals(other.by);
    }

    boolean agrees(Decision other) {
        return value.agrees(other.value);
    }

    boolean repeats(Decision other) {
        return isBySameAs(other) && agrees(other);
    }
}
