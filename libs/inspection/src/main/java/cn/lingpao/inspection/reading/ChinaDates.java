package cn.lingpao.inspection.reading;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the dates that Chinese pages print; what reads two ways keeps both readings. */
public final class ChinaDates {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String TIME =
            "(?:\\s*T?\\s*\\d{1,2}\\s*[:时]\\s*\\d{1,2}(?:\\s*[:分]\\s*\\d{0,2}(?:\\.\\d+)?秒?)?"
                    + "(?:Z|\\s?[+-]\\d\\d:?\\d\\d)?)?";
    private static final Pattern FULL = Pattern.compile(
            "(?<![\\d./-])((?:19|20)\\d\\d)\\s*([-/.年])\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d)\\s*日?" + TIME);
    private static final Pattern COMPACT =
            Pattern.compile("(?<![\\d./_-])((?:19|20)\\d\\d)(0[1-9]|1[0-2])([0-2]\\d|3[01])(?!\\d)");
    private static final Pattern DAY_BEFORE_MONTH = Pattern.compile(
            "(?<![\\d./:-])(\\d{1,2})日?[\\s/|]+((?:19|20)\\d\\d)\\s*[-/.年]\\s*(\\d{1,2})月?(?![\\d./-]|\\s*\\d)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<![\\d./-])(\\d{1,2})([-/.])(\\d{1,2})\\2((?:19|20)\\d\\d)(?![\\d./-])");
    private static final Pattern SHORT_YEAR =
            Pattern.compile("(?<![\\d./-])(\\d{2})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d./-])" + TIME);
    private static final Pattern NO_YEAR = Pattern.compile(
            "(?<![\\d./年-])(?:(\\d{1,2})\\s*([-/])\\s*(\\d{1,2})(?![\\d./%-])|(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日)"
                    + TIME);
    private static final Pattern CHINESE =
            Pattern.compile("([〇零○O一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日");
    private static final Pattern UNDERSCORED =
            Pattern.compile("[/_tP-]((?:20)\\d\\d)(0[1-9]|1[0-2])([0-2]\\d|3[01])(?:[_/.-]|\\d{0,12}\\.)");
    private static final Pattern FOLDERS = Pattern.compile("/(20\\d\\d)[/-](\\d{1,2})[/-](\\d{1,2})(?=/)");
    private static final Pattern MONTH_AND_DAY = Pattern.compile("/(20\\d\\d)/(\\d{2})(\\d{2})(?=/)");
    private static final Pattern LONE_DAY = Pattern.compile("^([\\[(（【]?)(\\d{1,2})\\.(\\d{2})([\\])）】]?)$");
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String MONTH = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";
    private static final Pattern ENGLISH = Pattern.compile(
            "(?:\\b" + MONTH + "\\s*(\\d{1,2})|\\b(\\d{1,2})\\s*" + MONTH + ")(?:st|nd|rd|th)?\\s*,?\\s+(20\\d\\d)\\b"
                    + TIME,
            Pattern.CASE_INSENSITIVE);
    private static final String DIGITS = "〇一二三四五六七八九";

    private final LocalDate today;

    /** @param today the China date of the capture; a year that is not printed is sought before it */
    public ChinaDates(LocalDate today) {
        this.today = today;
    }

    /** Every date in a text, in its order. */
    public List<DateReading> in(String text) {
        StringBuilder rest = new StringBuilder(normal(text));
        List<Found> found = new ArrayList<>();
        if (rest.chars().noneMatch(ChinaDates::mayDate)) {
            return List.of();
        }
        take(rest, FULL, found, m -> day(m.group(1), m.group(3), m.group(4)));
        take(rest, ENGLISH, found, ChinaDates::english);
        take(rest, CHINESE, found, m -> day(digits(m.group(1)), number(m.group(2)), number(m.group(3))));
        take(
                rest,
                YEAR_LAST,
                found,
                m -> both(day(m.group(4), m.group(1), m.group(3)), day(m.group(4), m.group(3), m.group(1))));
        take(rest, DAY_BEFORE_MONTH, found, m -> day(m.group(2), m.group(3), m.group(1)));
        take(rest, COMPACT, found, m -> day(m.group(1), m.group(2), m.group(3)));
        take(
                rest,
                SHORT_YEAR,
                found,
                m -> both(
                        day("20" + m.group(1), m.group(3), m.group(4)),
                        day("20" + two(m.group(4)), m.group(1), m.group(3)),
                        day("20" + two(m.group(4)), m.group(3), m.group(1))));
        take(rest, NO_YEAR, found, this::withoutYear);
        return found.stream()
                .sorted((a, b) -> Integer.compare(a.at, b.at))
                .map(Found::reading)
                .toList();
    }

    /** Every date has a digit, or a Chinese one. */
    private static boolean mayDate(int character) {
        return character >= '0' && character <= '9' || character == '年';
    }

    /** The first date of a text. */
    public Optional<DateReading> first(String text) {
        return in(text).stream().findFirst();
    }

    /** The date of a text that is nothing but a date: brackets, a label before it and a time of day are allowed. */
    public Optional<DateReading> alone(String text) {
        List<DateReading> dates = in(bare(text));
        if (dates.size() != 1) {
            return Optional.empty();
        }
        String rest = bare(text)
                .replace(dates.getFirst().print(), "")
                .replaceAll("\\d{1,2}:\\d\\d(:\\d\\d)?|(星期|周)[一二三四五六日天]|[\\s\\[\\]()【】〔〕「」<>|·•,，:;—-]", "");
        return rest.isEmpty() || Labels.isPublicationTime(rest) ? Optional.of(dates.getFirst()) : Optional.empty();
    }

    /** The date that publishing systems write into the address of an article. */
    public Optional<DateReading> ofAddress(String path) {
        Matcher underscored = UNDERSCORED.matcher(path);
        if (underscored.find()) {
            return reading(day(underscored.group(1), underscored.group(2), underscored.group(3)), underscored.group());
        }
        return Stream.of(FOLDERS, MONTH_AND_DAY)
                .map(pattern -> pattern.matcher(path))
                .filter(Matcher::find)
                .findFirst()
                .flatMap(
                        folders -> reading(day(folders.group(1), folders.group(2), folders.group(3)), folders.group()));
    }

    /** The day of an item: the one printed, with the help of its address where the print lacks the year or there is none. */
    public Optional<DateReading> of(Item item) {
        Optional<DateReading> address = ofAddress(item.url().getPath());
        return item.date().isEmpty()
                ? address
                : item.date().map(print -> address.filter(other -> print.lacksYear())
                        .map(print::agreeing)
                        .orElse(print));
    }

    private record Found(int at, DateReading reading) {}

    private interface Days {
        List<LocalDate> of(MatchResult match);
    }

    private static void take(StringBuilder rest, Pattern pattern, List<Found> found, Days days) {
        Matcher matcher = pattern.matcher(rest.toString());
        while (matcher.find()) {
            List<LocalDate> readings = days.of(matcher.toMatchResult());
            if (!readings.isEmpty()) {
                found.add(new Found(
                        matcher.start(),
                        new DateReading(readings, matcher.group().strip())));
            }
            rest.replace(matcher.start(), matcher.end(), "\u0001".repeat(matcher.end() - matcher.start()));
        }
    }

    /** The last such day that is not in the future, and the one a year before it: nothing says which. */
    private List<LocalDate> withoutYear(MatchResult match) {
        String month = match.group(1) == null ? match.group(4) : match.group(1);
        String dayOfMonth = match.group(1) == null ? match.group(5) : match.group(3);
        List<LocalDate> days = new ArrayList<>();
        for (int year = today.getYear(); year > today.getYear() - 5 && days.size() < 2; year--) {
            day(Integer.toString(year), month, dayOfMonth).stream()
                    .filter(day -> !day.isAfter(today))
                    .forEach(days::add);
        }
        return days;
    }

    private static Optional<DateReading> reading(List<LocalDate> days, String print) {
        return days.isEmpty() ? Optional.empty() : Optional.of(new DateReading(days, print));
    }

    @SafeVarargs
    private static List<LocalDate> both(List<LocalDate>... readings) {
        List<LocalDate> days = new ArrayList<>();
        for (List<LocalDate> reading : readings) {
            days.addAll(reading);
        }
        return days;
    }

    /** No day that does not exist, and not the first day of a computer's time, which stands where none was set. */
    private static List<LocalDate> day(String year, String month, String dayOfMonth) {
        try {
            LocalDate day = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(dayOfMonth));
            return day.equals(LocalDate.EPOCH) ? List.of() : List.of(day);
        } catch (DateTimeException noSuchDay) {
            return List.of();
        }
    }

    private static List<LocalDate> english(MatchResult match) {
        boolean monthFirst = match.group(1) != null;
        String name = monthFirst ? match.group(1) : match.group(4);
        int month = MONTHS.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT)) / 3 + 1;
        return day(match.group(5), Integer.toString(month), monthFirst ? match.group(2) : match.group(3));
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static String digits(String chinese) {
        StringBuilder number = new StringBuilder();
        chinese.replaceAll("[零○O]", "〇").chars().forEach(c -> number.append(DIGITS.indexOf(c)));
        return number.toString();
    }

    /** 一 to 三十一. */
    private static String number(String chinese) {
        int ten = chinese.indexOf('十');
        if (ten < 0) {
            return Integer.toString(DIGITS.indexOf(chinese.charAt(0)));
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(chinese.charAt(0));
        int units = ten == chinese.length() - 1 ? 0 : DIGITS.indexOf(chinese.charAt(ten + 1));
        return Integer.toString(tens * 10 + units);
    }

    /** A lone {@code 11.05} is a day of a month; among other words it may be a number. */
    private static String bare(String text) {
        return LONE_DAY.matcher(normal(text).strip()).replaceFirst("$1$2-$3$4");
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u00A0', ' ')
                .replace('—', '-')
                .replace('–', '-');
    }
}
