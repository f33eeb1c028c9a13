package cn.lingpao.inspection.web;

import cn.lingpao.inspection.web.Capture.Header;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long a server asks to be left alone. */
final class Waits {

    private static final Duration AFTER_TOO_MANY = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(365);
    /** The three forms of a date in HTTP (RFC 9110, 5.6.7). */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    private Waits() {}

    /** Retry-After of a 429, 503 or redirect, in seconds or as a date; a 429 without it means some seconds. */
    static Duration asked(Exchange exchange, Instant now) {
        Duration asked = exchange.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Retry-After"))
                .map(Header::value)
                .findFirst()
                .map(value -> read(value.strip(), now))
                .orElse(Duration.ZERO);
        return exchange.status() == 429 && !asked.isPositive() ? AFTER_TOO_MANY : asked;
    }

    private static Duration read(String value, Instant now) {
        if (value.matches("\\d+")) {
            return value.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(value));
        }
        return DATES.stream()
                .flatMap(form -> until(value, form).stream())
                .findFirst()
                .filter(until -> until.isAfter(now))
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }

    private static Optional<Instant> until(String value, DateTimeFormatter form) {
        try {
            return Optional.of(Instant.from(form.parse(value)));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }
}
