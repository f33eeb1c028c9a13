package cn.lingpao.methodology.uncertainty;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What moves the ranking: Sobol indices of the mean absolute rank shift, and of the totals of chosen targets.
 *
 * @param samples rows of each of the two sample matrices
 * @param rankShift the indices by factor; empty when no draw moves a rank
 * @param totals the indices by target; empty for a target whose total does not vary
 */
public record Sensitivity(int samples, long seed, List<SobolIndex> rankShift, Map<String, List<SobolIndex>> totals) {

    public Sensitivity {
        rankShift = List.copyOf(rankShift);
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
    }
}
