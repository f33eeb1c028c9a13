package cn.lingpao.methodology.framework;

import cn.lingpao.methodology.yaml.Element;
import cn.lingpao.methodology.yaml.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the scores that were set by decision: each says why, who and when. */
final class OverrideReader {

    private final References references;
    private final Map<String, Integer> lines = new HashMap<>();

    OverrideReader(References references) {
        this.references = references;
    }

    List<ScoreOverride> read(Fields top) {
        List<ScoreOverride> overrides = new ArrayList<>();
        for (Element element : top.list("overrides")) {
            element.fields().ifPresent(fields -> overrides.add(override(fields)));
        }
        return overrides;
    }

    private ScoreOverride override(Fields fields) {
        ScoreOverride override = new ScoreOverride(
                fields.required("target").flatMap(Element::text).orElse(""),
                fields.required("node")
                        .flatMap(e -> references.read(e, References.Wanted.NODE))
                        .orElse(""),
                fields.required("score").flatMap(Element::number).orElse(BigDecimal.ZERO),
                fields.required("reason").flatMap(Element::text).orElse(""),
                fields.required("author").flatMap(Element::text).orElse(""),
                fields.required("at").flatMap(Element::moment).orElse(""));
        fields.done();
        String cell = override.targetId() + " " + override.nodeId();
        Optional.ofNullable(lines.putIfAbsent(cell, fields.place().line())).ifPresent(line -> fields.place()
                .fault("duplicate-id", "that score is set in line %d already: remove one of the two".formatted(line)));
        return override;
    }
}
