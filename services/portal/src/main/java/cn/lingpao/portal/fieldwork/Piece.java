package cn.lingpao.portal.fieldwork;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of evidence: what its bytes are, when they were captured, and which cells rest on it. */
public record Piece(
        String sha256,
        long size,
        String type,
        boolean thumbnail,
        @Nullable String noThumbnail,
        Instant storedAt,
        List<String> cells,
        List<Capture> captures) {}
