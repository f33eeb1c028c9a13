package cn.lingpao.datacollection.adapter.warc;

import cn.lingpao.datacollection.application.evidence.ArchivedRecord.Described;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Kind;
import cn.lingpao.datacollection.domain.evidence.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a capture and stands in no field of its record: lines {@code name: value} in a metadata record beside it.
 * Read back, they make the same capture again.
 */
final class Descriptions {

    /** The first line; no other tool's metadata begins with it. */
    private static final String FIRST = "lingpao-capture: ";

    private static final String PLAIN = "plain";

    private Descriptions() {}

    static byte[] of(Capture capture) {
        Place place = capture.place();
        StringBuilder fields = new StringBuilder();
        fields.append(FIRST).append(capture.id()).append("\r\n");
        field(fields, "cameAs", capture.exchange() == null ? PLAIN : "record");
        field(fields, "kind", capture.kind().text());
        field(fields, "url", place.url());
        place.redirects().forEach(hop -> field(fields, "redirect", hop));
        field(fields, "finalUrl", place.finalUrl());
        field(fields, "status", place.status());
        field(fields, "title", place.title());
        field(fields, "target", place.targetId());
        field(fields, "declaredType", capture.declaredType());
        field(fields, "collector", capture.origin().collector());
        field(fields, "collectorVersion", capture.origin().version());
        return fields.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void field(StringBuilder fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.append(name)
                    .append(": ")
                    .append(value.toString().replaceAll("[\\s\\p{Cntrl}]+", " "))
                    .append("\r\n");
        }
    }

    /** Empty when the block is something else. */
    static Optional<Described> read(String block) {
        if (!block.startsWith(FIRST)) {
            return Optional.empty();
        }
        Map<String, List<String>> fields = new HashMap<>();
        for (String line : block.split("\r?\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                fields.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                        .add(line.substring(colon + 2));
            }
        }
        String collector = first(fields, "collector");
        return Optional.ofNullable(first(fields, "kind"))
                .flatMap(Kind::named)
                .filter(kind -> collector != null)
                .map(kind -> new Described(
                        kind,
                        place(fields),
                        String.valueOf(collector),
                        first(fields, "collectorVersion"),
                        first(fields, "declaredType"),
                        PLAIN.equals(first(fields, "cameAs"))));
    }

    private static Place place(Map<String, List<String>> fields) {
        String status = first(fields, "status");
        return new Place(
                first(fields, "url"),
                first(fields, "finalUrl"),
                fields.getOrDefault("redirect", List.of()),
                status == null ? null : Integer.valueOf(status),
                first(fields, "title"),
                first(fields, "target"));
    }

    private static @Nullable String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }
}
