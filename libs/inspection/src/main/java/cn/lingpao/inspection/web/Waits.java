package cn.lingpao.inspection.web;

import cn.lingpao.inspection.web.Capture.Header;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How long a server asks to be left alone. */
final class Waits {

    private static final Duration AFTER_TOO_MANY = Duration.ofSeconds(10);

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
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        } catch (DateTimeException unreadable) {
            return Duration.ZERO;
        }
    }
}
