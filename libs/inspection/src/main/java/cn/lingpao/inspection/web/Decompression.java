package cn.lingpao.inspection.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Undoes content codings within a limit, so that a compressed bomb stays small. */
final class Decompression {

    private static final int MOST_CODINGS = 3;
    private static final int SNIFFED = 512;

    private Decompression() {}

    /** @throws RecordingSocket.Overflow when the content is larger than the limit */
    static byte[] of(byte[] payload, List<String> contentEncodings, int limit) throws IOException {
        List<String> codings = contentEncodings.stream()
                .flatMap(field -> Arrays.stream(field.split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
        if (codings.size() > MOST_CODINGS) {
            throw new IOException(codings.size() + " content codings on top of each other");
        }
        byte[] content = payload;
        for (String coding : codings.reversed()) {
            content = undone(content, coding, limit);
        }
        return content;
    }

    static boolean isGzip(byte[] content) {
        return content.length > 2 && content[0] == 0x1F && content[1] == (byte) 0x8B && content[2] == 8;
    }

    private static byte[] undone(byte[] content, String coding, int limit) throws IOException {
        if (content.length == 0) {
            return content;
        }
        return switch (coding) {
            case "gzip", "x-gzip" -> bounded(new GZIPInputStream(new ByteArrayInputStream(content)), limit);
            case "br" -> bounded(new BrotliInputStream(new ByteArrayInputStream(content)), limit);
            case "deflate" -> inflated(content, limit);
            default -> plain(content, coding);
        };
    }

    /** A coding that nobody knows is often no coding at all: the name of a character set, or {@code none}. */
    private static byte[] plain(byte[] content, String coding) throws IOException {
        for (int at = 0; at < Math.min(content.length, SNIFFED); at++) {
            if (content[at] >= 0 && content[at] < ' ' && !Character.isWhitespace(content[at])) {
                throw new IOException("content coding '" + coding + "' is not known");
            }
        }
        return content;
    }

    /** Servers send both what the standard means, zlib, and what its name says. */
    private static byte[] inflated(byte[] content, int limit) throws IOException {
        boolean zlib = content.length > 1
                && (content[0] & 0x0F) == 8
                && ((content[0] & 0xFF) << 8 | content[1] & 0xFF) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try {
            return bounded(new InflaterInputStream(new ByteArrayInputStream(content), inflater), limit);
        } finally {
            inflater.end();
        }
    }

    private static byte[] bounded(InputStream content, int limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            bytes.write(buffer, 0, count);
            if (bytes.size() > limit) {
                throw new RecordingSocket.Overflow(limit);
            }
        }
        return bytes.toByteArray();
    }
}
