package cn.lingpao.portal;

import cn.lingpao.portal.fieldwork.Capture;
import cn.lingpao.portal.fieldwork.Fieldwork.Download;
import cn.lingpao.portal.fieldwork.Observation;
import cn.lingpao.portal.fieldwork.Piece;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** One invented page, captured three times; what it holds would do something if it were run. */
final class CannedEvidence {

    static final String HASH = "ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34";

    private static final String PAGE = "https://t01.example/portal";
    private static final String SOURCE = "<html><head><title>虚构一市</title></head><script>alert(1)</script></html>";

    /** Every capture of the page, oldest first. */
    static final List<Capture> HISTORY = List.of(
            capture("first", "0f".repeat(32), "2026-11-02T01:00:00Z"),
            capture("changed", HASH, "2026-11-12T01:00:00Z"),
            capture("unchanged", HASH, "2026-11-20T01:00:00Z"));

    private CannedEvidence() {}

    /** An observation that rests on the page. */
    static Observation observation(String checkPoint, String id) {
        return new Observation(
                id,
                checkPoint,
                "portal",
                "MET",
                new Observation.Collector("site-collector", "SYSTEM"),
                CannedFieldwork.AT,
                List.of(new Observation.Proof(PAGE, "虚构一市", HASH, null)));
    }

    /** @param checkPoint what rests on it, of the first target */
    static Piece piece(String checkPoint) {
        return new Piece(
                HASH,
                SOURCE.getBytes(StandardCharsets.UTF_8).length,
                "text/html",
                false,
                "not a picture",
                CannedFieldwork.AT,
                List.of("t01/" + checkPoint),
                HISTORY.subList(1, 2));
    }

    static Download download() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
        headers.set("Content-Disposition", "attachment; filename=\"" + HASH + "\"");
        return new Download(headers, new ByteArrayInputStream(SOURCE.getBytes(StandardCharsets.UTF_8)));
    }

    private static Capture capture(String relation, String hash, String at) {
        return new Capture(
                "capture-" + relation,
                hash,
                12345L,
                "text/html",
                "text/plain",
                false,
                "page",
                Instant.parse(at),
                PAGE,
                PAGE + "/index.html",
                List.of(PAGE, PAGE + "/start"),
                200,
                "虚构一市人民政府门户网站",
                "t01",
                "site-collector",
                "1.4.0",
                relation);
    }
}
