package cn.lingpao.casesubmission.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submitted case and what was awarded for it.
 *
 * @param id digest of form and attachments: the same submission always has the same id
 * @param award null while no judge has decided
 */
public record InnovationCase(
        String id,
        String campaignId,
        CaseForm form,
        List<Attachment> attachments,
        Instant submittedAt,
        @Nullable Award award) {

    private static final int ID_LENGTH = 32;

    public InnovationCase {
        attachments = List.copyOf(attachments);
    }

    /** The id of a submission. */
    public static String idOf(String campaignId, CaseForm form, List<Upload> uploads) {
        String content = campaignId + "\n" + form + "\n"
                + uploads.stream().map(Upload::sha256).toList();
        return Digest.of(content.getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
    }

    /** The same case with its next award. */
    public InnovationCase awarded(Award next) {
        return new InnovationCase(id, campaignId, form, attachments, submittedAt, next);
    }

    /** How often the award has changed. */
    public long awardSequence() {
        return award == null ? 0 : award.sequence();
    }

    public boolean hasPoints() {
        return award != null && award.points().signum() > 0;
    }
}
