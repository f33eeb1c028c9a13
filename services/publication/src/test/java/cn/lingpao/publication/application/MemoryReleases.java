package cn.lingpao.publication.application;

import cn.lingpao.publication.domain.Release;
import cn.lingpao.publication.domain.ReleaseDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Releases in memory, for tests; it passes the same kit as the store. */
class MemoryReleases implements Releases {

    private final Map<String, ReleaseDocument> documents = new LinkedHashMap<>();
    private final Map<String, List<Release>> releases = new TreeMap<>();

    @Override
    public void keep(String campaignId, List<ReleaseDocument> kept) {
        kept.forEach(document -> documents.putIfAbsent(campaignId + "/" + document.hash(), document));
    }

    @Override
    public boolean add(Release release) {
        if (find(release.campaignId(), release.number()).isPresent()) {
            return false;
        }
        releases.computeIfAbsent(release.campaignId(), id -> new ArrayList<>()).add(release);
        return true;
    }

    @Override
    public Optional<Release> find(String campaignId, int number) {
        return all(campaignId).stream()
                .filter(release -> release.number() == number)
                .findFirst();
    }

    @Override
    public Optional<Release> newest(String campaignId) {
        return all(campaignId).stream().findFirst();
    }

    @Override
    public List<Release> all(String campaignId) {
        return releases.getOrDefault(campaignId, List.of()).stream()
                .sorted(Comparator.comparing(Release::number).reversed())
                .toList();
    }

    @Override
    public List<Release> newestOfEach() {
        return releases.keySet().stream().map(id -> newest(id).orElseThrow()).toList();
    }

    @Override
    public Map<String, ReleaseDocument> documents(String campaignId, Set<String> hashes) {
        Map<String, ReleaseDocument> found = new LinkedHashMap<>();
        hashes.forEach(hash -> Optional.ofNullable(documents.get(campaignId + "/" + hash))
                .ifPresent(document -> found.put(hash, document)));
        return found;
    }
}
