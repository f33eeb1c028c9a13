package cn.lingpao.contracts;

import java.math.BigDecimal;
import java.util.List;

/**
 * How many results of programs people look at, and how often a check may be wrong before it falls back to people.
 *
 * @param seed enters the draw: the same seed draws the same results
 * @param share of the automatic results of a check point, 0 to 1
 * @param errorLimit the share of the reviewed ones that people may overturn, 0 to 1; only more than that passes it
 * @param atLeast how many must have been reviewed before the limit can be passed
 * @param except check points with settings of their own; the first that names a check point holds
 */
public record Sampling(String seed, BigDecimal share, BigDecimal errorLimit, int atLeast, List<OtherPart> except) {

    public Sampling {
        except = List.copyOf(except);
    }

    /**
     * Other settings, in full, for a part of the framework.
     *
     * @param checkPoints ids of check points, or of nodes for all below them
     */
    public record OtherPart(List<String> checkPoints, BigDecimal share, BigDecimal errorLimit, int atLeast) {

        public OtherPart {
            checkPoints = List.copyOf(checkPoints);
        }
    }
}
