package cn.lingpao.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many of the published figures were found again, and each that was not. */
final class Comparison {

    static final String ENTRY_SCORES = "entry scores";
    static final String SCORES = "scores";
    static final String RANKS = "ranks";

    private final List<String> differences = new ArrayList<>();
    private final Map<String, int[]> counts = new LinkedHashMap<>();

    /** @param kind what is compared, in the plural, or the name of a figure */
    void add(String kind, String where, Object published, @Nullable Object found) {
        int[] count = counts.computeIfAbsent(kind, each -> new int[2]);
        count[1]++;
        if (Objects.equals(published, found)) {
            count[0]++;
        } else {
            differences.add("%s of %s: published %s, found %s".formatted(kind, where, published, found));
        }
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    /** For example {@code entry scores 1586/1586, scores 122/122, ranks 122/122}. */
    String summary() {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue()[0] + "/" + each.getValue()[1])
                .collect(Collectors.joining(", "));
    }
}
