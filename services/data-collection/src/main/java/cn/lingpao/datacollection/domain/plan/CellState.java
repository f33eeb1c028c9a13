package cn.lingpao.datacollection.domain.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a cell has come. */
public enum CellState {
    NOT_COLLECTED,
    COLLECTED,
    UNDETERMINED;

    /** The word in the API, for example {@code not-collected}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CellState> named(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
