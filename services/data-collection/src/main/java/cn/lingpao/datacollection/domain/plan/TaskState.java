package cn.lingpao.datacollection.domain.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a task has come: nobody holds it, somebody does, or what was claimed is determined. */
public enum TaskState {
    OPEN,
    CLAIMED,
    DONE;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TaskState> named(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
