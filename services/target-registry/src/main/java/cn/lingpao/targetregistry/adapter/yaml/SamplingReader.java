package cn.lingpao.targetregistry.adapter.yaml;

import cn.lingpao.targetregistry.application.CampaignLanguage.Position;
import cn.lingpao.targetregistry.domain.Sampling;
import cn.lingpao.targetregistry.domain.Sampling.OtherPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how the results of programs are sampled. */
class SamplingReader {

    private static final List<String> SETTINGS = List.of("share", "errorLimit", "atLeast");
    private static final String WHOLE = "[1-9][0-9]{0,5}";
    private static final String SHARE = "(0|1)([.][0-9]{1,6})?";

    private final Mapping file;
    private final Map<String, Position> positions;

    /** @param positions where each check point stands is added, for faults that only the framework can tell */
    SamplingReader(Mapping file, Map<String, Position> positions) {
        this.file = file;
        this.positions = positions;
    }

    /** What the file says; without a seed the campaign's id is one. */
    @Nullable
    Sampling read(String campaignId) {
        Mapping sampling = file.mapping("sampling").orElse(null);
        if (sampling == null) {
            return null;
        }
        sampling.allow(List.of("seed", "share", "errorLimit", "atLeast", "except"));
        String seed = sampling.has("seed") ? sampling.text("seed") : campaignId;
        sampling.required("share");
        OtherPart whole = new OtherPart(
                List.of(),
                share(sampling, "share", BigDecimal.ZERO),
                share(sampling, "errorLimit", Sampling.DEFAULT_LIMIT),
                atLeast(sampling, Sampling.DEFAULT_AT_LEAST));
        return new Sampling(seed, whole.share(), whole.errorLimit(), whole.atLeast(), others(sampling, whole));
    }

    private List<OtherPart> others(Mapping sampling, OtherPart whole) {
        List<OtherPart> others = new ArrayList<>();
        for (Mapping each : sampling.mappings("except")) {
            each.allow(List.of("checkPoints", "share", "errorLimit", "atLeast"));
            each.required("checkPoints");
            if (SETTINGS.stream().noneMatch(each::has)) {
                each.note(null, "share", "missing-key", "Say what is different: one of " + String.join(", ", SETTINGS));
            }
            others.add(new OtherPart(
                    checkPoints(each),
                    share(each, "share", whole.share()),
                    share(each, "errorLimit", whole.errorLimit()),
                    atLeast(each, whole.atLeast())));
        }
        return others;
    }

    private List<String> checkPoints(Mapping part) {
        List<String> points = new ArrayList<>();
        part.texts("checkPoints").forEach((node, point) -> {
            positions.put(part.path("checkPoints") + "[" + points.size() + "]", Mapping.position(node));
            points.add(point);
        });
        return points;
    }

    private static BigDecimal share(Mapping mapping, String key, BigDecimal otherwise) {
        if (!mapping.has(key)) {
            return otherwise;
        }
        String text = mapping.text(key);
        if (text.matches(SHARE) && new BigDecimal(text).compareTo(BigDecimal.ONE) <= 0) {
            return new BigDecimal(text);
        }
        if (!text.isEmpty()) {
            mapping.note(
                    mapping.node(key).orElse(null),
                    key,
                    "not-a-share",
                    "'" + text + "' is no share: write a number from 0 to 1, for example 0.05 for one in twenty.");
        }
        return otherwise;
    }

    private static int atLeast(Mapping mapping, int otherwise) {
        if (!mapping.has("atLeast")) {
            return otherwise;
        }
        String text = mapping.text("atLeast");
        if (text.matches(WHOLE)) {
            return Integer.parseInt(text);
        }
        if (!text.isEmpty()) {
            mapping.note(
                    mapping.node("atLeast").orElse(null),
                    "atLeast",
                    "not-a-count",
                    "'" + text + "' is no count: write a whole number from 1.");
        }
        return otherwise;
    }
}
