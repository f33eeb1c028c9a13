package cn.lingpao.datacollection.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row that was refused, kept as it was sent so that it can be corrected and sent again. */
public record Rejection(
        String id,
        String campaignId,
        @Nullable String targetId,
        @Nullable Integer line,
        Fault fault,
        String row,
        Instant rejectedAt) {

    private static final int KEPT = 1 << 16;

    /** A rejection whose id is a digest of what was sent and why it was refused: sent again, it is the same one. */
    public static Rejection of(Row row, Fault fault, Instant now) {
        String id = new Digest()
                .add(row.campaignId())
                .add(row.line())
                .add(row.text())
                .add(fault.field())
                .add(fault.code().text())
                .hex();
        return new Rejection(id, row.campaignId(), row.targetId(), row.line(), fault, shortened(row.text()), now);
    }

    private static String shortened(String text) {
        return text.length() <= KEPT ? text : text.substring(0, KEPT) + "…";
    }
}
