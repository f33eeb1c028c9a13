package cn.lingpao.publication.application;

import cn.lingpao.publication.domain.Release;
import cn.lingpao.publication.domain.ReleaseDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The releases. A document is stored under its hash and becomes visible with the release that names it. */
public interface Releases {

    /** Stores documents; one that is there already stays as it is. */
    void keep(String campaignId, List<ReleaseDocument> documents);

    /**
     * Makes a release visible and tells the others.
     *
     * @return false when its number is taken
     */
    boolean add(Release release);

    Optional<Release> find(String campaignId, int number);

    Optional<Release> newest(String campaignId);

    /** Every release of a campaign, newest first. */
    List<Release> all(String campaignId);

    /** The newest release of every campaign, by campaign. */
    List<Release> newestOfEach();

    /** Documents by hash; an unknown hash is left out. */
    Map<String, ReleaseDocument> documents(String campaignId, Set<String> hashes);
}
