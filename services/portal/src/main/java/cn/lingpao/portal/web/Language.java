package cn.lingpao.portal.web;

import cn.lingpao.portal.results.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The language of a page, and how things are written in it. */
public enum Language {
    ZH("zh", "zh-CN", "yyyy年M月d日", " HH:mm"),
    EN("en", "en", "d MMMM yyyy", ", HH:mm");

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final String code;
    private final String tag;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter times;

    Language(String code, String tag, String date, String time) {
        this.code = code;
        this.tag = tag;
        this.dates = DateTimeFormatter.ofPattern(date, Locale.forLanguageTag(tag));
        this.times = DateTimeFormatter.ofPattern(date + time, Locale.forLanguageTag(tag));
    }

    /** English for a reader who asked for it, else Chinese. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : ZH;
    }

    /** {@code zh} or {@code en}, as in a link. */
    public String code() {
        return code;
    }

    /** The language as HTML names it. */
    public String tag() {
        return tag;
    }

    /** The language that a reader can change to. */
    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /** A text in this language. */
    public String of(Words words) {
        return words.in(code);
    }

    /** A text in the other language, to stand beside; empty when it is the same. */
    public String beside(Words words) {
        return words.beside(code);
    }

    /** A time, in China. */
    public String time(Instant instant) {
        return times.withZone(CHINA).format(instant);
    }

    /** An ISO date, or a date and time with its offset, which is written as it is in China. */
    public String moment(String iso) {
        return iso.contains("T")
                ? time(OffsetDateTime.parse(iso).toInstant())
                : LocalDate.parse(iso).format(dates);
    }
}
