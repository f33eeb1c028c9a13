package cn.lingpao.targetregistry.application;

import cn.lingpao.targetregistry.domain.Campaign;
import java.util.List;
import java.util.Optional;

/** The campaigns. */
public interface Campaigns {

    Optional<Campaign> find(String id);

    /** Every campaign, by id. */
    List<Campaign> all();

    /**
     * Stores and announces the next state of a campaign; false when it does not follow the stored one (sequence 1
     * follows nothing), and then nothing happened.
     */
    boolean save(Campaign next);
}
