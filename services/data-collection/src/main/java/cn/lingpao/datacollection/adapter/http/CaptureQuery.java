package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.domain.evidence.Kind;
import cn.lingpao.datacollection.domain.evidence.Origin;
import cn.lingpao.datacollection.domain.evidence.Place;
import cn.lingpao.servicesupport.Fault;
import cn.lingpao.servicesupport.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/** The circumstances of a capture, as the query of its upload tells them; a name that is not known is refused. */
final class CaptureQuery {

    private static final Set<String> KNOWN = new LinkedHashSet<>(List.of(
            "kind",
            "capturedAt",
            "url",
            "finalUrl",
            "redirect",
            "status",
            "title",
            "target",
            "collector",
            "collectorVersion",
            "sha256"));
    private static final int LONGEST = 4_000;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Cntrl}]{1," + LONGEST + "}");

    private final MultiValueMap<String, String> query;

    CaptureQuery(MultiValueMap<String, String> query) {
        this.query = query;
        query.forEach((name, values) -> {
            if (!KNOWN.contains(name)) {
                throw refused(name, "unknown-field", "'" + name + "' is none of " + String.join(", ", KNOWN));
            }
            if (values.size() > 1 && !name.equals("redirect")) {
                throw refused(name, "wrong-type", "'" + name + "' is given twice");
            }
        });
    }

    @Nullable
    String text(String name) {
        String value = query.getFirst(name);
        if (value != null && value.length() > LONGEST) {
            throw refused(name, "wrong-type", "'" + name + "' has more than " + LONGEST + " characters");
        }
        return value == null || value.isBlank() ? null : value;
    }

    boolean saysKind() {
        return text("kind") != null;
    }

    /** A piece of which nothing is said is a file. */
    Kind kind() {
        String kind = text("kind");
        return kind == null
                ? Kind.FILE
                : Kind.named(kind)
                        .orElseThrow(
                                () -> refused("kind", "wrong-value", "'" + kind + "' is none of " + Kind.listed()));
    }

    Instant capturedAt(Instant now) {
        String text = text("capturedAt");
        try {
            return text == null ? now : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            throw refused(
                    "capturedAt",
                    "wrong-type",
                    "'capturedAt' must be a time with its zone, like 2021-10-01T09:30:00%2B08:00");
        }
    }

    Place place() {
        String url = address("url", text("url"));
        String finalUrl = address("finalUrl", text("finalUrl"));
        List<String> redirects = query.getOrDefault("redirect", List.of());
        redirects.forEach(hop -> address("redirect", hop));
        return new Place(url, finalUrl == null ? url : finalUrl, redirects, status(), text("title"), text("target"));
    }

    /** An address is written as it is into archives and links: it has a scheme, and neither spaces nor line breaks. */
    private static @Nullable String address(String name, @Nullable String text) {
        if (text != null && !ADDRESS.matcher(text).matches()) {
            throw refused(
                    name,
                    "wrong-type",
                    "'" + name + "' must be an address without spaces, like https%3A%2F%2Fx.gov.cn%2F, not '" + text
                            + "'");
        }
        return text;
    }

    private @Nullable Integer status() {
        String status = text("status");
        if (status != null && !status.matches("[1-5]\\d\\d")) {
            throw refused("status", "wrong-type", "'status' must be an HTTP status, like 200");
        }
        return status == null ? null : Integer.valueOf(status);
    }

    Origin origin(String sender) {
        String collector = text("collector");
        return new Origin(collector == null ? sender : collector, text("collectorVersion"), sender);
    }

    static Refusal refused(String field, String code, String reason) {
        return new Refusal(HttpStatus.BAD_REQUEST, code, reason, List.of(Fault.at(field, code, reason)));
    }
}
