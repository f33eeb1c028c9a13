package cn.lingpao.datacollection.adapter.http;

import cn.lingpao.datacollection.domain.evidence.Content;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Serves what strangers made so that no browser runs it: as an attachment, in a sandbox, never sniffed, never cached. */
final class SafeServing {

    /** What a browser can show and cannot run; everything else goes out as bytes without a type. */
    private static final Set<String> HARMLESS =
            Set.of("image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp", "text/plain");

    private SafeServing() {}

    static ResponseEntity<InputStreamResource> attachment(Content content, InputStreamResource bytes) {
        String type = HARMLESS.contains(content.type()) ? content.type() : "application/octet-stream";
        String hex = content.sha256().hex();
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
        return guarded()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + hex + "\"")
                .header("X-Evidence-Type", content.type())
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .contentType(MediaType.parseMediaType(type))
                .contentLength(content.size())
                .body(bytes);
    }

    static ResponseEntity<byte[]> png(byte[] thumbnail) {
        return guarded().contentType(MediaType.IMAGE_PNG).body(thumbnail);
    }

    private static ResponseEntity.BodyBuilder guarded() {
        return ResponseEntity.ok()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
