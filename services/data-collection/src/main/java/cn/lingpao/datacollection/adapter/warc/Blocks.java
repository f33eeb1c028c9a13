package cn.lingpao.datacollection.adapter.warc;

import cn.lingpao.datacollection.application.evidence.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcDigest;

/** The bytes of records, and the digests that stand before them. */
final class Blocks {

    private static final Pattern END_OF_HEAD = Pattern.compile("\n\r?\n");

    private Blocks() {}

    /** What a record claims is not what its bytes are; the message names both. */
    static final class Mismatch extends IOException {

        private static final long serialVersionUID = 1L;

        Mismatch(String what, WarcDigest claimed, String computed) {
            super("the %s is said to hash to %s:%s, its bytes hash to %s"
                    .formatted(what, claimed.algorithm(), claimed.hex(), computed));
        }
    }

    /**
     * The payload of a record.
     *
     * @param answer the header that belongs to these bytes
     */
    record Payload(Spool bytes, Answer answer) {}

    /**
     * The header of an HTTP answer, one character a byte, its empty line included.
     *
     * @param head null when the record has none
     */
    record Answer(@Nullable String head) {

        static final Answer NONE = new Answer(null);

        /** What stands before the first empty line, with it; a block without one is all header. */
        static Answer of(String block) {
            if (!block.startsWith("HTTP/")) {
                return NONE;
            }
            Matcher end = END_OF_HEAD.matcher(block);
            return new Answer(end.find() ? block.substring(0, end.end()) : block);
        }

        @Nullable
        Integer status() {
            String[] words = head == null ? new String[0] : head.split("\\s+", 3);
            return words.length > 1 && words[1].matches("\\d{3}") ? Integer.valueOf(words[1]) : null;
        }

        @Nullable
        String type() {
            return field("content-type");
        }

        boolean chunked() {
            String coding = field("transfer-encoding");
            return coding != null && coding.toLowerCase(Locale.ROOT).contains("chunked");
        }

        /** The header of the same answer with its body in one piece. */
        Answer whole(long length) {
            StringBuilder whole = new StringBuilder();
            for (String line : lines()) {
                String name = name(line);
                if (!name.equals("transfer-encoding") && !name.equals("content-length")) {
                    whole.append(line).append("\r\n");
                }
            }
            return new Answer(whole + "Content-Length: " + length + "\r\n\r\n");
        }

        private @Nullable String field(String name) {
            for (String line : lines()) {
                if (name(line).equals(name)) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return null;
        }

        private String[] lines() {
            return head == null ? new String[0] : head.strip().split("\r?\n");
        }

        private static String name(String line) {
            int colon = line.indexOf(':');
            return colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
        }
    }

    /** The first bytes of a block, one character each. */
    static String head(Spool block, int longest) throws IOException {
        try (InputStream bytes = block.open()) {
            return new String(bytes.readNBytes(longest), StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * What follows the header. Archives disagree on whether the payload of a chunked answer has its chunks: the digest
     * says which one is meant, and without a digest it is the body in one piece.
     */
    static Payload payload(Spool block, Answer answer, Optional<WarcDigest> claimed, long most) throws IOException {
        Spool raw = after(block, answer, most);
        if (!answer.chunked() || claimed.isPresent() && matches(claimed.get(), raw)) {
            return checked(new Payload(raw, answer), claimed);
        }
        try (raw) {
            Spool whole = unchunked(block, most);
            return checked(new Payload(whole, answer.whole(whole.size())), claimed);
        }
    }

    private static Spool after(Spool block, Answer answer, long most) throws IOException {
        try (InputStream bytes = block.open()) {
            bytes.skipNBytes(answer.head() == null ? 0 : answer.head().length());
            return Spool.of(bytes, most);
        }
    }

    private static Spool unchunked(Spool block, long most) throws IOException {
        try (FileChannel bytes = FileChannel.open(block.file())) {
            return Spool.of(HttpResponse.parse(bytes).body().stream(), most);
        }
    }

    private static Payload checked(Payload payload, Optional<WarcDigest> claimed) throws IOException {
        boolean good = false;
        try {
            if (claimed.isPresent()) {
                require("payload", claimed.get(), payload.bytes());
            }
            good = true;
            return payload;
        } finally {
            if (!good) {
                payload.bytes().close();
            }
        }
    }

    /** @throws Mismatch when the bytes do not hash to what is claimed */
    static void require(String what, WarcDigest claimed, Spool bytes) throws IOException {
        if (!matches(claimed, bytes)) {
            throw new Mismatch(what, claimed, hex(claimed, bytes));
        }
    }

    /** A digest as one word, the same for every way of writing it. */
    static String key(WarcDigest digest) {
        return digest.algorithm().toLowerCase(Locale.ROOT) + ":" + digest.hex();
    }

    static boolean isSha256(WarcDigest digest) {
        return digest.algorithm().toLowerCase(Locale.ROOT).replace("-", "").equals("sha256");
    }

    private static boolean matches(WarcDigest claimed, Spool bytes) throws IOException {
        return claimed.hex().equalsIgnoreCase(hex(claimed, bytes));
    }

    private static String hex(WarcDigest claimed, Spool bytes) throws IOException {
        if (isSha256(claimed)) {
            return bytes.sha256().hex();
        }
        MessageDigest digest;
        try {
            digest = claimed.getDigester();
        } catch (NoSuchAlgorithmException unknown) {
            return claimed.hex();
        }
        try (InputStream stream = bytes.open()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
