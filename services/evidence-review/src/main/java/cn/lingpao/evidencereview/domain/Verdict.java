package cn.lingpao.evidencereview.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of a cell that counts, after the {@code sequence}-th verdict on that cell. */
public record Verdict(
        CellId cell,
        String groupId,
        long sequence,
        Value value,
        List<String> observationIds,
        List<Proof> evidence,
        List<String> decidedBy,
        @Nullable String reason,
        Instant reachedAt) {

    public Verdict {
        observationIds = List.copyOf(observationIds);
        evidence = List.copyOf(evidence);
        decidedBy = List.copyOf(decidedBy);
    }

    public String id() {
        return cell.text() + "#" + sequence;
    }
}
