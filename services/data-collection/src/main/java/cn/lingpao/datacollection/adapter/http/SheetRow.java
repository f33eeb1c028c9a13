package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.domain.Fault.Code;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
            .appendPattern("uuuu-M-d[[' ']['T']H:mm[:ss]]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern WITH_ZONE =
            Pattern.compile(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)", Pattern.CASE_INSENSITIVE);

    /** December 31st, 9999, in workbooks that count from 1900. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

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
                into.put(field, TIMES.contains(field) ? time(field, value) : text(value));
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

    private String time(String field, Object value) {
        try {
            LocalDateTime local = value instanceof LocalDateTime read ? read : written(value.toString());
            return local.atZone(ZONE).toOffsetDateTime().toString();
        } catch (DateTimeException other) {
            if (!WITH_ZONE.matcher(value.toString()).matches()) {
                refuse(
                        field,
                        Code.WRONG_TYPE,
                        "'%s' is no date: write it like 2021-10-01 9:30, or make the cell a date".formatted(value));
            }
            return value.toString();
        }
    }

    /** As people in China write it: 2021-10-01, 2021/10/1 9:30, 2021.10.1, 2021年10月1日 9时30分, in wide digits too. */
    private static LocalDateTime written(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[年月/.]", "-")
                .replaceAll("日\\s*", " ")
                .replaceAll("[时点]", ":")
                .replace("分", "")
                .strip();
        return LocalDateTime.parse(plain, TIME);
    }

    /**
     * A day counted as Excel counts them.
     *
     * @param zero the day with the number 0
     * @throws DateTimeException when there is no such day
     */
    static LocalDateTime day(BigDecimal serial, LocalDate zero) {
        if (serial.abs().compareTo(LAST_DAY) > 0) {
            throw new DateTimeException("no day has the number " + serial);
        }
        long seconds = serial.multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return zero.atStartOfDay().plusSeconds(seconds);
    }

    static boolean isTime(String field) {
        return TIMES.contains(field);
    }
}
