package cn.lingpao.targetregistry.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * How many results of programs people look at, and how often a check may be wrong before it falls back to people.
 *
 * @param seed enters the draw: the same seed draws the same results
 * @param share of the automatic results, 0 to 1
 * @param errorLimit the share of the reviewed ones that people may overturn, 0 to 1
 * @param atLeast how many must have been reviewed before the limit can be passed
 * @param except parts of the framework with settings of their own; the first that names a check point holds
 */
public record Sampling(String seed, BigDecimal share, BigDecimal errorLimit, int atLeast, List<OtherPart> except) {

    /** Without a word of the file: a tenth of the reviewed may be wrong (ours). */
    public static final BigDecimal DEFAULT_LIMIT = new BigDecimal("0.1");

    /** Without a word of the file: fewer than twenty reviewed results say too little (ours). */
    public static final int DEFAULT_AT_LEAST = 20;

    public Sampling {
        except = List.copyOf(except);
    }

    /**
     * Settings, in full, for a part of the framework.
     *
     * @param checkPoints ids of check points, or of nodes for all below them
     */
    public record OtherPart(List<String> checkPoints, BigDecimal share, BigDecimal errorLimit, int atLeast) {

        public OtherPart {
            checkPoints = List.copyOf(checkPoints);
        }
    }
}
