package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.domain.Fault;
import cn.lingpao.datacollection.domain.Fault.Code;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a JSON object, each asked for by name and type. */
final class Fields {

    private static final int LONGEST_ID = 200;

    private final String prefix;
    private final JsonNode object;

    private Fields(String prefix, JsonNode object) {
        this.prefix = prefix;
        this.object = object;
    }

    /** @throws Misfit when the node is no object or has a field that is not among {@code allowed} */
    static Fields of(String path, JsonNode node, Set<String> allowed) {
        if (!node.isObject()) {
            throw new Misfit(path.isEmpty() ? null : path, Code.WRONG_TYPE, "must be a JSON object");
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        for (String name : node.propertyNames()) {
            if (!allowed.contains(name)) {
                throw new Misfit(prefix + name, Code.UNKNOWN_FIELD, "is none of " + String.join(", ", allowed));
            }
        }
        return new Fields(prefix, node);
    }

    @Nullable
    JsonNode node(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    JsonNode required(String name) {
        JsonNode node = node(name);
        if (node == null) {
            throw misfit(name, Code.MISSING, "is missing");
        }
        return node;
    }

    @Nullable
    String text(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            throw misfit(name, Code.WRONG_TYPE, "must be a string");
        }
        return node.stringValue();
    }

    /** A text of 1 to 200 characters, or null. */
    @Nullable
    String id(String name) {
        String id = text(name);
        if (id != null && (id.isBlank() || id.length() > LONGEST_ID)) {
            throw misfit(name, Code.WRONG_TYPE, "must have 1 to " + LONGEST_ID + " characters");
        }
        return id;
    }

    String requiredId(String name) {
        required(name);
        String id = id(name);
        if (id == null) {
            throw misfit(name, Code.MISSING, "is missing");
        }
        return id;
    }

    /** An instant to the millisecond, or null. */
    @Nullable
    Instant instant(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            throw misfit(name, Code.WRONG_TYPE, "must be a time with its zone, like 2021-10-01T09:30:00+08:00");
        }
    }

    Misfit misfit(String name, Code code, String reason) {
        return new Misfit(prefix + name, code, reason);
    }

    /** A field that is not as it must be. */
    static final class Misfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Fault fault;

        Misfit(@Nullable String field, Code code, String reason) {
            super(reason, null, false, false);
            this.fault = new Fault(field, code, field == null ? "the row " + reason : "'" + field + "' " + reason);
        }

        Fault fault() {
            return fault;
        }
    }
}
