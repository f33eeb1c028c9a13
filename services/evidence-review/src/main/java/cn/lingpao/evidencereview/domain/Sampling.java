package cn.lingpao.evidencereview.domain;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign samples the results of programs.
 *
 * @param rule null where nothing is sampled
 * @param others check points with a rule of their own
 */
public record Sampling(String seed, @Nullable Rule rule, Map<String, Rule> others) {

    /** Nothing is sampled. */
    public static final Sampling NONE = new Sampling("", null, Map.of());

    private static final double STEPS = 0x1p53;

    public Sampling {
        others = Map.copyOf(others);
    }

    /**
     * @param share of the automatic results, 0 to 1
     * @param errorLimit the share of the reviewed ones that people may overturn
     * @param atLeast how many must have been reviewed before the limit can be passed
     */
    public record Rule(BigDecimal share, BigDecimal errorLimit, int atLeast) {}

    /** The rule of a check point; empty where it is not sampled. */
    public Optional<Rule> of(String checkPointId) {
        return Optional.ofNullable(others.getOrDefault(checkPointId, rule));
    }

    /**
     * Whether this result goes to people: the first 53 bits of the SHA-256 of {@code
     * seed/campaign/collector/checkPoint/target/channel} (UTF-8; an empty channel for the target as a whole), as a fraction,
     * are below the share. Time, value and order of arrival play no part, so that nobody can draw again until he likes it.
     */
    boolean draws(CellId cell, Observation result) {
        return of(cell.checkPointId())
                .filter(rule -> fraction(cell, result) < rule.share().doubleValue())
                .isPresent();
    }

    private double fraction(CellId cell, Observation result) {
        String channel = result.channelId();
        String text = String.join(
                "/",
                seed,
                cell.campaignId(),
                result.observer(),
                cell.checkPointId(),
                cell.targetId(),
                channel == null ? "" : channel);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(digest).getLong() >>> 11) / STEPS;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
