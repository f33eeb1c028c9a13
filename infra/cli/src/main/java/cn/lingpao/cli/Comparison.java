package cn.lingpao.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many of the published figures were found again, and each that was not. */
final class Comparison {

    private final List<String> differences = new ArrayList<>();
    private final int[] equal = new int[Kind.values().length];
    private final int[] all = new int[Kind.values().length];

    /** What is compared. */
    enum Kind {
        ENTRY_SCORE("entry scores"),
        SCORE("scores"),
        RANK("ranks");

        private final String plural;

        Kind(String plural) {
            this.plural = plural;
        }
    }

    void add(Kind kind, String where, Object published, @Nullable Object found) {
        all[kind.ordinal()]++;
        if (Objects.equals(published, found)) {
            equal[kind.ordinal()]++;
        } else {
            differences.add("%s of %s: published %s, found %s".formatted(kind.plural, where, published, found));
        }
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    /** For example {@code entry scores 1586/1586, scores 122/122, ranks 122/122}. */
    String summary() {
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            parts.add("%s %d/%d".formatted(kind.plural, equal[kind.ordinal()], all[kind.ordinal()]));
        }
        return String.join(", ", parts);
    }
}
