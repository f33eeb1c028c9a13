package cn.lingpao.casesubmission.adapter.mongo;

import cn.lingpao.casesubmission.domain.Attachment;
import cn.lingpao.casesubmission.domain.Award;
import cn.lingpao.casesubmission.domain.CaseForm;
import cn.lingpao.casesubmission.domain.InnovationCase;
import cn.lingpao.eventing.OutboxEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A case as it is stored; {@code awardSequence} is 0 while there is no award. */
@Document(CaseDocument.COLLECTION)
record CaseDocument(
        @Id String id,
        String campaignId,
        CaseForm form,
        List<Attachment> attachments,
        Instant submittedAt,
        long awardSequence,
        @Nullable Decided award,
        List<OutboxEntry> outbox) {

    static final String COLLECTION = "cases";

    static CaseDocument of(InnovationCase submitted) {
        return new CaseDocument(
                submitted.id(),
                submitted.campaignId(),
                submitted.form(),
                submitted.attachments(),
                submitted.submittedAt(),
                submitted.awardSequence(),
                submitted.award() == null ? null : Decided.of(submitted.award()),
                List.of());
    }

    InnovationCase innovationCase() {
        return new InnovationCase(
                id, campaignId, form, attachments, submittedAt, award == null ? null : award.award(awardSequence));
    }

    /** An award; points are a text, because every digit counts, and {@code positive} is there to be counted. */
    record Decided(
            String points,
            boolean positive,
            String groupId,
            String awardedBy,
            @Nullable String note,
            Instant awardedAt) {

        static Decided of(Award award) {
            return new Decided(
                    award.points().toPlainString(),
                    award.points().signum() > 0,
                    award.groupId(),
                    award.awardedBy(),
                    award.note(),
                    award.awardedAt());
        }

        Award award(long sequence) {
            return new Award(new BigDecimal(points), groupId, awardedBy, note, awardedAt, sequence);
        }
    }
}
