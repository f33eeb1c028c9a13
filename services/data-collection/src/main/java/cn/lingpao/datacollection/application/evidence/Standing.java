package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence in a campaign.
 *
 * @param brought whether its bytes were delivered for this campaign
 * @param cells the {@code target/checkPoint} whose observations name it, sorted
 * @param url the address that the first of those observations gave for it
 */
public record Standing(
        Sha256 sha256,
        boolean brought,
        List<String> cells,
        Set<String> targets,
        @Nullable String url) {

    public Standing {
        cells = cells.stream().sorted().toList();
        targets = Set.copyOf(targets);
    }
}
