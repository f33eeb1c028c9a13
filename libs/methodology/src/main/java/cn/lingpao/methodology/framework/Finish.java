package cn.lingpao.methodology.framework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a score after it was put together, in this order: normalise over the group, clamp, round. */
public record Finish(
        List<Normalisation> normalise,
        @Nullable Clamp clamp,
        @Nullable Rounding round) {

    public Finish {
        normalise = List.copyOf(normalise);
    }
}
