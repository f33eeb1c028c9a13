package cn.lingpao.servicesupport.rows;

import com.ethlo.time.ITU;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a JSON object, each asked for by name and type. */
public final class Fields {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int LONGEST_ID = 200;

    private final String prefix;
    private final JsonNode object;

    private Fields(String prefix, JsonNode object) {
        this.prefix = prefix;
        this.object = object;
    }

    /**
     * Reads a row.
     *
     * @throws Misfit when it is no JSON object or has a field that is not among {@code allowed}
     */
    public static Fields read(byte[] json, Set<String> allowed) {
        try {
            return of("", JSON.readTree(json), allowed);
        } catch (JacksonException notJson) {
            throw new Misfit(null, Misfit.NOT_JSON, "is not JSON: " + notJson.getOriginalMessage());
        }
    }

    /** @throws Misfit when the node is no object or has a field that is not among {@code allowed} */
    public static Fields of(String path, JsonNode node, Set<String> allowed) {
        if (!node.isObject()) {
            throw new Misfit(path.isEmpty() ? null : path, Misfit.WRONG_TYPE, "must be a JSON object");
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        for (String name : node.propertyNames()) {
            if (!allowed.contains(name)) {
                throw new Misfit(prefix + name, Misfit.UNKNOWN_FIELD, "is none of " + String.join(", ", allowed));
            }
        }
        return new Fields(prefix, node);
    }

    public @Nullable JsonNode node(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    public JsonNode required(String name) {
        JsonNode node = node(name);
        if (node == null) {
            throw misfit(name, Misfit.MISSING, "is missing");
        }
        return node;
    }

    public @Nullable String text(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            throw misfit(name, Misfit.WRONG_TYPE, "must be a string");
        }
        return node.stringValue();
    }

    /** A text of 1 to 200 characters, or null. */
    public @Nullable String id(String name) {
        String id = text(name);
        if (id != null && (id.isBlank() || id.length() > LONGEST_ID)) {
            throw misfit(name, Misfit.WRONG_TYPE, "must have 1 to " + LONGEST_ID + " characters");
        }
        return id;
    }

    public String requiredId(String name) {
        required(name);
        String id = id(name);
        if (id == null) {
            throw misfit(name, Misfit.MISSING, "is missing");
        }
        return id;
    }

    /** An instant to the millisecond, or null. */
    public @Nullable Instant instant(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return time(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            throw misfit(name, Misfit.WRONG_TYPE, "must be a time with its zone, like 2021-10-01T09:30:00+08:00");
        }
    }

    /** Most times are as RFC 3339 has them and are read fast; ISO 8601 knows a few more. */
    private static OffsetDateTime time(String text) {
        try {
            return ITU.parseDateTime(text);
        } catch (DateTimeException other) {
            return OffsetDateTime.parse(text);
        }
    }

    public Instant requiredInstant(String name) {
        required(name);
        Instant instant = instant(name);
        if (instant == null) {
            throw misfit(name, Misfit.MISSING, "is missing");
        }
        return instant;
    }

    public Misfit misfit(String name, String code, String reason) {
        return new Misfit(prefix + name, code, reason);
    }
}
