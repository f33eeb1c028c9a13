package cn.lingpao.contracts;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The award of a case after its {@code sequence}-th change; points of zero mean that it was withdrawn.
 *
 * @param caseType one of the seven types of the framework's innovation dimension
 * @param points bonus points asked for; the framework's cap applies when they are scored
 */
public record CaseAwarded(
        String caseId,
        String campaignId,
        String targetId,
        String groupId,
        long sequence,
        String caseType,
        Text title,
        BigDecimal points,
        String awardedBy,
        Instant awardedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return campaignId + "/" + targetId;
    }
}
