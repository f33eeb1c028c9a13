package cn.lingpao.cli.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** The block of a record in a file of its own, so that it can be hashed in every way that a digest may mean. */
final class RecordBlock implements AutoCloseable {

    private static final Pattern END_OF_HEAD = Pattern.compile("\\n\\r?\\n");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding[ \\t]*:.*chunked");
    private static final int LONGEST_HEAD = 1 << 18;

    private final Path file;
    private final String head;

    private RecordBlock(Path file, String head) {
        this.file = file;
        this.head = head;
    }

    static RecordBlock of(WarcRecord record) throws IOException {
        Path file = Files.createTempFile("lingpao-record", null);
        try (InputStream block = record.body().stream()) {
            Files.copy(block, file, StandardCopyOption.REPLACE_EXISTING);
            return new RecordBlock(file, record instanceof WarcResponse ? head(file) : "");
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    private static String head(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            String start = new String(bytes.readNBytes(LONGEST_HEAD), StandardCharsets.ISO_8859_1);
            Matcher end = END_OF_HEAD.matcher(start);
            return !start.startsWith("HTTP/") ? "" : end.find() ? start.substring(0, end.end()) : start;
        }
    }

    String sha256() throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Hashes.sha256(bytes);
        }
    }

    /** SHA-256 of the payload as it is, of the payload without its chunks, and of the header. */
    List<String> payloadHashes() throws IOException {
        List<String> hashes = new ArrayList<>();
        try (InputStream payload = payload(false)) {
            hashes.add(Hashes.sha256(payload));
        }
        if (isChunked()) {
            try (InputStream whole = payload(true)) {
                hashes.add(Hashes.sha256(whole));
            }
        }
        return hashes;
    }

    /** In words how the bytes differ from what is claimed; empty when they do not. */
    Optional<String> mismatch(WarcDigest claimed, boolean payload) {
        try {
            String found = hex(claimed, payload, false);
            if (found.equalsIgnoreCase(claimed.hex())
                    || payload && isChunked() && hex(claimed, true, true).equalsIgnoreCase(claimed.hex())) {
                return Optional.empty();
            }
            return Optional.of("is said to hash to " + claimed.hex() + ", its bytes hash to " + found);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException unknown) {
            return Optional.of("has a digest of an unknown algorithm, " + claimed.algorithm());
        }
    }

    private String hex(WarcDigest claimed, boolean payload, boolean whole)
            throws IOException, NoSuchAlgorithmException {
        try (InputStream bytes = payload ? payload(whole) : Files.newInputStream(file)) {
            return Hashes.hex(claimed.getDigester(), bytes);
        }
    }

    private boolean isChunked() {
        return CHUNKED.matcher(head).find();
    }

    private InputStream payload(boolean whole) throws IOException {
        if (whole) {
            return HttpResponse.parse(FileChannel.open(file)).body().stream();
        }
        InputStream bytes = Files.newInputStream(file);
        bytes.skipNBytes(head.length());
        return bytes;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
