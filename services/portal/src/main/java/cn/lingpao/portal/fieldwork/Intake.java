package cn.lingpao.portal.fieldwork;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** Where a person delivers what he saw; it refuses and fails like {@link Fieldwork}. */
public interface Intake {

    /**
     * Brings captured bytes.
     *
     * @param query the circumstances as the API names them: {@code kind}, {@code capturedAt}, {@code url}, {@code target}
     * @param type as the sender declares it
     * @return their SHA-256
     */
    String bring(String campaign, Map<String, String> query, String type, Resource bytes);

    /** Delivers an observation, and waits until plan and tasks know of it. */
    Outcome deliver(String campaign, Seen seen);

    /**
     * What became of an observation.
     *
     * @param outcome {@code accepted}, {@code repeated} or {@code rejected}
     * @param code why it was rejected, for programs
     * @param reason the same for people
     */
    record Outcome(
            String outcome,
            @Nullable String field,
            @Nullable String code,
            @Nullable String reason) {}
}
