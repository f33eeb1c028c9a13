package cn.lingpao.portal.workbench;

import cn.lingpao.portal.fieldwork.Seen;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a collector filled in about a point; a field that was left out is empty.
 *
 * @param value one of {@link Choices}
 * @param observedAt date and time in China, as a browser sends them
 * @param back where the collector came from
 */
public record Sighting(
        String target,
        String checkPoint,
        String channel,
        String value,
        String number,
        String cause,
        String observedAt,
        String url,
        String note,
        String back) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String UNDETERMINED = "UNDETERMINED";

    /** Without the blanks around them. */
    public Sighting {
        target = text(target);
        checkPoint = text(checkPoint);
        channel = text(channel);
        value = text(value);
        number = text(number);
        cause = text(cause);
        observedAt = text(observedAt);
        url = text(url);
        note = text(note);
        back = text(back);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    /** The same, observed now unless it says when. */
    Sighting at(Instant now) {
        String time = observedAt.isEmpty()
                ? LocalDateTime.ofInstant(now, CHINA)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                : observedAt;
        return new Sighting(target, checkPoint, channel, value, number, cause, time, url, note, back);
    }

    /**
     * What is amiss, by field; each as the last part of a message's key.
     *
     * @param proven whether there is a file that shows it: nobody is denied a point without bytes
     */
    Map<String, String> faults(Choices choices, boolean proven) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!choices.words().contains(value)) {
            faults.put("value", "no-value");
        }
        if (value.equals(Choices.NUMBER) && figure() == null) {
            faults.put("number", "no-number");
        }
        if (value.equals(UNDETERMINED) && cause.isEmpty()) {
            faults.put("cause", "no-cause");
        }
        if (time() == null) {
            faults.put("observedAt", "no-time");
        }
        if (value.equals("NOT_MET") && !proven) {
            faults.put("file", "no-proof");
        }
        return faults;
    }

    /** For the intake. */
    Seen seen(@Nullable String sha256) {
        boolean proof = sha256 != null || !url.isEmpty() || !note.isEmpty();
        Instant at = Objects.requireNonNull(time());
        return new Seen(
                target,
                checkPoint,
                orNull(channel),
                value.equals(Choices.NUMBER) ? Objects.requireNonNull(figure()) : value,
                value.equals(UNDETERMINED) ? orNull(cause) : null,
                at,
                proof ? List.of(new Seen.Proof(orNull(url), at, sha256, orNull(note))) : List.of());
    }

    @Nullable
    Instant time() {
        try {
            return LocalDateTime.parse(observedAt).atZone(CHINA).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private @Nullable BigDecimal figure() {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
