package cn.lingpao.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** A small web archive: a record about itself, and for each page a response and its request. */
final class SampleArchive {

    private static final Instant AT = Instant.parse("2021-10-01T02:00:00Z");
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";

    private SampleArchive() {}

    static Path write(Path file, String... pages) {
        try (WarcWriter warc = new WarcWriter(
                java.nio.channels.Channels.newChannel(Files.newOutputStream(file)), WarcCompression.GZIP)) {
            warc.write(new Warcinfo.Builder()
                    .date(AT)
                    .fields(Map.of("software", List.of("robot/3")))
                    .build());
            for (String page : pages) {
                add(warc, page);
            }
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void add(WarcWriter warc, String page) throws IOException {
        String url = "http://a.example/" + sha256(page).substring(0, 8);
        URI id = URI.create("urn:uuid:" + UUID.nameUUIDFromBytes(page.getBytes(StandardCharsets.UTF_8)));
        warc.write(new WarcResponse.Builder(url)
                .recordId(id)
                .date(AT)
                .blockDigest("sha256", sha256(HEAD + page))
                .payloadDigest("sha256", sha256(page))
                .body(MediaType.HTTP_RESPONSE, (HEAD + page).getBytes(StandardCharsets.UTF_8))
                .build());
        warc.write(new WarcRequest.Builder(url)
                .date(AT)
                .concurrentTo(id)
                .body(MediaType.HTTP_REQUEST, "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8))
                .build());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
