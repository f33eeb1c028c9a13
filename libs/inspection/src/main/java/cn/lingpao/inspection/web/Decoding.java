package cn.lingpao.inspection.web;

import cn.lingpao.inspection.web.Page.Encoding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes characters of bytes: a byte order mark, then what the bytes strictly are, then what somebody declared. */
final class Decoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset GB2312 = Charset.forName("GB2312");
    /** What the web calls Big5 (Encoding standard). */
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");

    private static final int HEAD = 4096;
    private static final int SAMPLE = 5000;
    private static final double RARE = 0.8;
    private static final double COMMON = 0.9;
    private static final char REPLACEMENT = '\uFFFD';
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML =
            Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern META = Pattern.compile("<meta\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private Decoding() {}

    record Decoded(String text, Encoding encoding) {}

    static Decoded of(byte[] bytes, Optional<String> contentType) {
        Optional<String> header = contentType.flatMap(type -> first(CHARSET, type));
        Optional<String> meta = declaredIn(bytes);
        Charset marked = mark(bytes);
        if (marked != null) {
            return decode(bytes, marked, header, meta);
        }
        if (isMostlyUtf8(bytes)) {
            return decode(bytes, StandardCharsets.UTF_8, header, meta);
        }
        for (Charset candidate : candidates(header, meta)) {
            Optional<String> text = strictly(bytes, candidate);
            if (text.isPresent()) {
                return candidate.equals(GB18030)
                        ? simplifiedOrNot(bytes, text.get(), header, meta)
                        : new Decoded(text.get(), new Encoding(candidate, header, meta, true));
            }
        }
        return decode(bytes, fewestFaults(bytes, candidates(header, meta)), header, meta);
    }

    /** Nearly all bytes are GB18030; where that gives rare characters only and Big5 gives common ones, it is Big5. */
    private static Decoded simplifiedOrNot(
            byte[] bytes, String simplified, Optional<String> header, Optional<String> meta) {
        Optional<String> traditional =
                common(simplified, GB2312, 0xB0, 0xD7) < RARE ? strictly(bytes, BIG5) : Optional.empty();
        return traditional
                .filter(text -> common(text, BIG5, 0xA4, 0xC6) > COMMON)
                .map(text -> new Decoded(text, new Encoding(BIG5, header, meta, true)))
                .orElseGet(() -> new Decoded(simplified, new Encoding(GB18030, header, meta, true)));
    }

    /** The share of Chinese characters that stand in the rows of common ones of a charset; 1 where there are none. */
    private static double common(String text, Charset charset, int first, int last) {
        String chinese = text.codePoints()
                .filter(Character::isIdeographic)
                .limit(SAMPLE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        long rows = chinese.codePoints()
                .map(character -> new String(Character.toChars(character)).getBytes(charset)[0] & 0xFF)
                .filter(row -> row >= first && row <= last)
                .count();
        return chinese.isEmpty() ? 1 : rows / (double) chinese.codePoints().count();
    }

    static Optional<String> complaint(Encoding encoding) {
        List<String> wrong = new ArrayList<>();
        encoding.header()
                .filter(name -> differs(name, encoding.used()))
                .ifPresent(name -> wrong.add("header says " + name));
        encoding.meta()
                .filter(name -> differs(name, encoding.used()))
                .ifPresent(name -> wrong.add("page says " + name));
        if (encoding.header().isEmpty() && encoding.meta().isEmpty()) {
            wrong.add("nothing is declared");
        }
        if (!encoding.clean()) {
            wrong.add("some bytes are no characters");
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", wrong) + "; bytes read as "
                        + encoding.used().name());
    }

    private static Decoded decode(byte[] bytes, Charset charset, Optional<String> header, Optional<String> meta) {
        Optional<String> clean = strictly(bytes, charset);
        String text = clean.orElseGet(() -> new String(bytes, charset));
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Decoded(unmarked, new Encoding(charset, header, meta, clean.isPresent()));
    }

    private static List<Charset> candidates(Optional<String> header, Optional<String> meta) {
        return Stream.of(
                        Stream.of(StandardCharsets.UTF_8),
                        Stream.concat(header.stream(), meta.stream())
                                .flatMap(name -> charset(name).stream())
                                .filter(declared -> !isSingleByte(declared)),
                        Stream.of(GB18030))
                .flatMap(charsets -> charsets)
                .distinct()
                .toList();
    }

    /** A page of UTF-8 with a few broken bytes is not GB18030, although nearly all bytes are. */
    private static boolean isMostlyUtf8(byte[] bytes) {
        long wide = 0;
        long broken = 0;
        for (char character : new String(bytes, StandardCharsets.UTF_8).toCharArray()) {
            broken += character == REPLACEMENT ? 1 : 0;
            wide += character > 0x7F && character != REPLACEMENT ? 1 : 0;
        }
        return broken * 10 <= wide && wide > 0 || broken == 0;
    }

    /** Any bytes are Latin-1, so its declaration proves nothing about a Chinese page. */
    private static boolean isSingleByte(Charset charset) {
        return charset.newEncoder().maxBytesPerChar() <= 1.0f;
    }

    private static Charset fewestFaults(byte[] bytes, List<Charset> candidates) {
        Charset best = StandardCharsets.UTF_8;
        long fewest = Long.MAX_VALUE;
        for (Charset candidate : candidates) {
            long faults = new String(bytes, candidate)
                    .chars()
                    .filter(character -> character == REPLACEMENT)
                    .count();
            if (faults < fewest) {
                fewest = faults;
                best = candidate;
            }
        }
        return best;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException otherBytes) {
            return Optional.empty();
        }
    }

    private static @Nullable Charset mark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return unmarked(bytes);
    }

    /** Markup in UTF-16 tells itself by its first character. */
    private static @Nullable Charset unmarked(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] * bytes[1] != 0 || bytes[2] * bytes[3] != 0) {
            return null;
        }
        if (bytes[0] == '<' && bytes[2] != 0) {
            return StandardCharsets.UTF_16LE;
        }
        return bytes[1] == '<' && bytes[3] != 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static Optional<String> declaredIn(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Optional<String> xml = first(XML, head);
        return xml.isPresent()
                ? xml
                : META.matcher(head)
                        .results()
                        .flatMap(tag -> first(CHARSET, tag.group()).stream())
                        .findFirst();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        try {
            String known = name.toLowerCase(Locale.ROOT);
            boolean traditional = known.matches("(x-x-)?big5(-hkscs)?|cn-big5|csbig5");
            return Optional.of(known.startsWith("gb") ? GB18030 : traditional ? BIG5 : Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static boolean differs(String declared, Charset used) {
        return charset(declared).filter(used::equals).isEmpty();
    }
}
