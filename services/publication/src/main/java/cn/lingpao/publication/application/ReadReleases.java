package cn.lingpao.publication.application;

import cn.lingpao.publication.domain.Release;
import cn.lingpao.publication.domain.ReleaseDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads what was released. It knows nothing but releases: what a release does not contain does not exist here. */
public final class ReadReleases {

    private static final int CHUNK = 200;

    private final Releases releases;

    public ReadReleases(Releases releases) {
        this.releases = releases;
    }

    /** The newest release of every campaign that has one. */
    public List<Release> campaigns() {
        return releases.newestOfEach();
    }

    /** Every release of a campaign, newest first. */
    public List<Release> releases(String campaignId) {
        return releases.all(campaignId);
    }

    /** A release by its number, or {@code latest}. */
    public Optional<Release> release(String campaignId, String number) {
        if (number.equals("latest")) {
            return releases.newest(campaignId);
        }
        return number.matches("[1-9][0-9]{0,8}")
                ? releases.find(campaignId, Integer.parseInt(number))
                : Optional.empty();
    }

    public Optional<ReleaseDocument> ranking(Release release, String listId) {
        return release.listHash(listId).flatMap(hash -> document(release, hash));
    }

    public Optional<ReleaseDocument> sheet(Release release, String targetId) {
        return release.targetHash(targetId).flatMap(hash -> document(release, hash));
    }

    /** Hands over every score sheet of a release in its order, a few at a time. */
    public void sheets(Release release, Consumer<ReleaseDocument> reader) {
        List<String> hashes = release.targets().stream().map(Release.Part::hash).toList();
        for (int from = 0; from < hashes.size(); from += CHUNK) {
            List<String> chunk = new ArrayList<>(hashes.subList(from, Math.min(from + CHUNK, hashes.size())));
            Map<String, ReleaseDocument> found = releases.documents(release.campaignId(), new LinkedHashSet<>(chunk));
            chunk.stream().map(hash -> present(found, hash)).forEach(reader);
        }
    }

    private Optional<ReleaseDocument> document(Release release, String hash) {
        return Optional.of(present(releases.documents(release.campaignId(), Set.of(hash)), hash));
    }

    private static ReleaseDocument present(Map<String, ReleaseDocument> found, String hash) {
        ReleaseDocument document = found.get(hash);
        if (document == null) {
            throw new IllegalStateException("a release names the document " + hash + ", the store does not have it");
        }
        return document;
    }
}
