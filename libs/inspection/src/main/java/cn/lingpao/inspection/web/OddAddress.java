package cn.lingpao.inspection.web;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Numeric hosts as browsers read them (URL standard, "IPv4 parser"): fewer than four parts, octal and hexadecimal. They are
 * made plain before anything else looks at them, since platforms read them differently.
 */
final class OddAddress {

    private static final Pattern NUMBERS =
            Pattern.compile("((0[xX][0-9a-fA-F]*|\\d+)\\.){0,3}(0[xX][0-9a-fA-F]*|\\d+)\\.?");
    private static final int LONGEST = 20;

    private OddAddress() {}

    /** The host with four decimal numbers; as it is where it is no such address. */
    static String plain(String host) {
        if (!NUMBERS.matcher(host).matches()) {
            return host;
        }
        List<String> parts = Arrays.asList(host.split("\\."));
        if (parts.stream().anyMatch(part -> part.length() > LONGEST)
                || !parts.stream().allMatch(OddAddress::isNumber)) {
            return host;
        }
        List<Long> numbers = parts.stream().map(OddAddress::number).toList();
        long last = numbers.getLast();
        boolean fits = numbers.stream().limit(numbers.size() - 1L).allMatch(number -> number < 256)
                && last < 1L << 8 * (5 - numbers.size());
        long address = last;
        for (int index = 0; index < numbers.size() - 1; index++) {
            address += numbers.get(index) << 8 * (3 - index);
        }
        return fits ? dotted(address) : host;
    }

    private static String dotted(long address) {
        return IntStream.of(24, 16, 8, 0)
                .mapToObj(shift -> Long.toString(address >> shift & 0xFF))
                .collect(Collectors.joining("."));
    }

    private static boolean isNumber(String part) {
        return part.matches("0[xX][0-9a-fA-F]{0,15}|0[0-7]*|[1-9]\\d{0,17}");
    }

    private static long number(String part) {
        if (part.matches("0[xX].*")) {
            return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
        }
        return part.length() > 1 && part.startsWith("0") ? Long.parseLong(part, 8) : Long.parseLong(part);
    }
}
