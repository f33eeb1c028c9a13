package cn.lingpao.datacollection.domain.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was captured. */
public enum Kind {
    PAGE,
    SCREENSHOT,
    HEADERS,
    FILE,
    WARC_RECORD;

    /** For example {@code warc-record}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> named(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    public static String listed() {
        return Arrays.stream(values()).map(Kind::text).collect(Collectors.joining(", "));
    }
}
