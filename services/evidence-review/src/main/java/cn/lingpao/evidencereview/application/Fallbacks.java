package cn.lingpao.evidencereview.application;

import cn.lingpao.evidencereview.domain.Check;
import cn.lingpao.evidencereview.domain.Fallback;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks that have fallen back to people, or once had. */
public interface Fallbacks {

    Optional<Fallback> find(Check check);

    /** Those of a campaign, by collector and check point. */
    List<Fallback> of(String campaignId);

    /** The checks of all campaigns that have fallen back to people and were not lifted. */
    Set<Check> active();

    /**
     * Saves the next state of a check and has it told, provided that nobody saved one since this was made.
     *
     * @return whether it was saved
     */
    boolean save(Fallback next);
}
