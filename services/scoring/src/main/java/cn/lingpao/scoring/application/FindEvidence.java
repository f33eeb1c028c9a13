package cn.lingpao.scoring.application;

import cn.lingpao.contracts.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the evidence that verdicts rest on; a score sheet holds their ids only. */
public final class FindEvidence {

    private final VerdictLog log;

    public FindEvidence(VerdictLog log) {
        this.log = log;
    }

    /**
     * SHA-256 sums in hexadecimal, by the id of the verdict, of every verdict that was ever reached on a target.
     *
     * @throws VerdictLog.NotReadable when the log does not answer
     */
    public Map<String, List<String>> of(String campaignId, String targetId) {
        Map<String, List<String>> found = new HashMap<>();
        log.read(
                campaignId,
                verdict -> {
                    if (verdict.targetId().equals(targetId)) {
                        found.put(
                                verdict.verdictId(),
                                verdict.evidence().stream()
                                        .map(Evidence::sha256)
                                        .filter(Objects::nonNull)
                                        .distinct()
                                        .toList());
                    }
                },
                award -> {});
        return found;
    }
}
