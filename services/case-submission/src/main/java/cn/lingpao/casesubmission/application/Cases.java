package cn.lingpao.casesubmission.application;

import cn.lingpao.casesubmission.domain.InnovationCase;
import java.util.List;
import java.util.Optional;

/** The submitted cases. */
public interface Cases {

    Optional<InnovationCase> find(String caseId);

    /** The cases of a campaign, in the order they came. */
    List<InnovationCase> of(String campaignId);

    Count count(String campaignId);

    /** Stores a new case; false when it is there already. */
    boolean add(InnovationCase submitted);

    /** Stores and announces the next award of a case; false when it does not follow the stored one. */
    boolean award(InnovationCase awarded);

    /**
     * How many there are.
     *
     * @param cases submitted
     * @param awards of more than zero points
     */
    record Count(long cases, long awards) {}
}
