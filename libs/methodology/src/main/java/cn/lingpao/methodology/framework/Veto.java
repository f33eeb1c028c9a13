package cn.lingpao.methodology.framework;

import java.math.BigDecimal;
import java.util.Set;

/**
 * 单项否决: an answer that caps the score of a node above.
 *
 * @param nodeId the leaf of the check point or a node above it, the root included
 * @param cap that node's score is at most this, whatever it earned
 */
public record Veto(String nodeId, Condition when, BigDecimal cap) {

    /** When it applies. A value that is missing or undetermined never vetoes. */
    public sealed interface Condition {}

    /** The answer is MET. */
    public record Met() implements Condition {}

    /** The answer is NOT_MET. */
    public record NotMet() implements Condition {}

    /** The number is smaller than {@code bound}. */
    public record Below(BigDecimal bound) implements Condition {}

    /** The number is larger than {@code bound}. */
    public record Above(BigDecimal bound) implements Condition {}

    /** The answer is one of these grades. */
    public record Graded(Set<String> grades) implements Condition {
        public Graded {
            grades = Set.copyOf(grades);
        }
    }
}
