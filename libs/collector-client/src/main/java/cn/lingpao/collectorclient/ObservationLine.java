package cn.lingpao.collectorclient;

import cn.lingpao.contracts.Evidence;
import cn.lingpao.contracts.ObservedValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An observation as a line of an intake batch. */
final class ObservationLine {

    private static final JsonMapper JSON = new JsonMapper();

    private ObservationLine() {}

    static String of(Observation observation) {
        ObjectNode line = JSON.createObjectNode();
        line.put("target", observation.target()).put("checkPoint", observation.checkPoint());
        put(line, "channel", observation.channel());
        value(line, observation.value());
        line.put("observedAt", observation.observedAt().toString());
        if (!observation.evidence().isEmpty()) {
            observation
                    .evidence()
                    .forEach(evidence -> evidence(line.withArray("evidence").addObject(), evidence));
        }
        return JSON.writeValueAsString(line);
    }

    private static void value(ObjectNode line, ObservedValue value) {
        switch (value.kind()) {
            case NUMBER -> line.put("value", Objects.requireNonNull(value.number()));
            case GRADE -> line.put("value", value.grade());
            case MET, NOT_MET, NOT_APPLICABLE, UNDETERMINED ->
                line.put("value", value.kind().name());
        }
        put(line, "cause", value.cause());
    }

    private static void evidence(ObjectNode item, Evidence evidence) {
        put(item, "url", evidence.url());
        put(item, "title", evidence.title());
        put(
                item,
                "capturedAt",
                evidence.capturedAt() == null ? null : evidence.capturedAt().toString());
        put(item, "sha256", evidence.sha256());
        put(item, "note", evidence.note());
    }

    private static void put(ObjectNode node, String field, @Nullable String text) {
        if (text != null) {
            node.put(field, text);
        }
    }
}
