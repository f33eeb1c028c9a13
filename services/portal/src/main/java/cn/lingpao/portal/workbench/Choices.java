package cn.lingpao.portal.workbench;

import cn.lingpao.methodology.framework.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What may be said of a check point by its rule.
 *
 * @param words values as the intake knows them, or {@link #NUMBER}
 */
public record Choices(List<String> words) {

    /** Stands for any figure. */
    static final String NUMBER = "NUMBER";

    private static final List<String> FIGURE = List.of(NUMBER);

    static Choices of(Rule rule) {
        List<String> words = new ArrayList<>(decided(rule));
        words.add("NOT_APPLICABLE");
        words.add("UNDETERMINED");
        return new Choices(List.copyOf(words));
    }

    private static Collection<String> decided(Rule rule) {
        return switch (rule) {
            case Rule.Checklist checklist -> List.of("MET", "NOT_MET");
            case Rule.Graded graded -> graded.grades().keySet();
            case Rule.Benchmark benchmark -> FIGURE;
            case Rule.Ratio ratio -> FIGURE;
            case Rule.Tiers tiers -> FIGURE;
            case Rule.Count count -> FIGURE;
            case Rule.Given given -> FIGURE;
            case Rule.Measure measure -> FIGURE;
        };
    }
}
