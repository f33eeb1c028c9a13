package cn.lingpao.cli.score;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Turns the bytes of a file into text: every byte must be one of the encoding, nothing is replaced. */
final class Decoding {

    private static final String MEND =
            "save the file as UTF-8 (in Excel: 'CSV UTF-8'), or name its encoding with --encoding,"
                    + " for example --encoding gb18030 or latin1";

    private Decoding() {}

    /** The text without its byte order mark; empty, with the reason among the remarks, when the bytes are not in the encoding. */
    static Optional<String> text(Path file, Charset charset, Remarks remarks) throws IOException {
        byte[] bytes = bytes(file);
        Optional<String> otherwise = strange(bytes, charset);
        if (otherwise.isPresent()) {
            remarks.fault(file, 1, 0, "", "encoding", otherwise.get());
            return Optional.empty();
        }
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            String shown = "%02X".formatted(bytes[in.position()]);
            remarks.fault(
                    file,
                    1 + newlines(bytes, in.position()),
                    0,
                    "",
                    "encoding",
                    "byte 0x" + shown + " is not " + charset.name() + ": " + MEND);
            return Optional.empty();
        }
        decoder.flush(out);
        String text = out.flip().toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder, not a file;");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 2 && bytes[0] == (byte) 0x1F && bytes[1] == (byte) 0x8B) {
            try (var plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return plain.readAllBytes();
            }
        }
        return bytes;
    }

    private static Optional<String> strange(byte[] bytes, Charset charset) {
        if (begins(bytes, 'P', 'K', 3, 4)) {
            return Optional.of("is a spreadsheet or a zip file, not CSV: save the sheet as 'CSV UTF-8'");
        }
        boolean wide = begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF);
        return wide && charset.equals(StandardCharsets.UTF_8)
                ? Optional.of("is UTF-16: save it as UTF-8, or say --encoding utf-16")
                : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int... beginning) {
        boolean begins = bytes.length >= beginning.length;
        for (int i = 0; begins && i < beginning.length; i++) {
            begins = bytes[i] == (byte) beginning[i];
        }
        return begins;
    }

    private static int newlines(byte[] bytes, int before) {
        int lines = 0;
        for (int i = 0; i < before; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
