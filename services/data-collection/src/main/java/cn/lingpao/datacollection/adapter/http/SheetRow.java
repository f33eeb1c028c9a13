package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.domain.Fault.Code;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A row of a sheet, as the row of a batch that says the same. Dates without a zone are dates in China. */
final class SheetRow {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Set<String> TIMES = Set.of("observedAt", "capturedAt");
    private static final List<String> EVIDENCE = List.of("url", "title", "capturedAt", "sha256", "note");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-M-d[[' ']['T']H:mm[:ss]]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .toFormatter();

    private final int number;
    private final Map<String, Object> values = new TreeMap<>();
    private @Nullable Flaw flaw;

    /** Something that no row of a batch can have. */
    record Flaw(String field, Code code, String reason) {}

    SheetRow(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    void put(String field, @Nullable Object value) {
        Object kept = value instanceof String text ? text.strip() : value;
        if (kept != null && !kept.equals("") && !field.isEmpty() && !SheetColumns.WORDS.contains(field)) {
            values.put(field, kept);
        }
    }

    void refuse(String field, Code code, String reason) {
        flaw = flaw == null ? new Flaw(field, code, reason) : flaw;
    }

    @Nullable
    Flaw flaw() {
        return flaw;
    }

    /** A row of the template in which nobody has filled in anything. */
    boolean isOpen() {
        return flaw == null
                && !values.containsKey("value")
                && !values.containsKey("observedAt")
                && !values.containsKey("cause");
    }

    byte[] json() {
        ObjectNode row = JSON.createObjectNode();
        ObjectNode evidence = JSON.createObjectNode();
        values.forEach((field, value) -> {
            ObjectNode into = EVIDENCE.contains(field) ? evidence : row;
            if (field.equals("value")) {
                value(into, value);
            } else {
                into.put(field, TIMES.contains(field) ? time(value) : text(value));
            }
        });
        if (!evidence.isEmpty()) {
            row.putArray("evidence").add(evidence);
        }
        return row.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void value(ObjectNode row, Object value) {
        if (value instanceof BigDecimal number) {
            row.put("value", number);
        } else if (value.toString().matches("-?\\d{1,30}(\\.\\d{1,30})?")) {
            row.put("value", new BigDecimal(value.toString()));
        } else {
            row.put("value", value.toString());
        }
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String time(Object value) {
        try {
            LocalDateTime local = value instanceof LocalDateTime read
                    ? read
                    : LocalDateTime.parse(value.toString().replace('/', '-'), TIME);
            return local.atZone(ZONE).toOffsetDateTime().toString();
        } catch (DateTimeException withZone) {
            return value.toString();
        }
    }

    /** A day counted as Excel counts them. */
    static LocalDateTime day(BigDecimal serial) {
        long seconds = serial.multiply(BigDecimal.valueOf(86_400))
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValueExact();
        return LocalDate.of(1899, 12, 30).atStartOfDay().plusSeconds(seconds);
    }

    static boolean isTime(String field) {
        return TIMES.contains(field);
    }
}
