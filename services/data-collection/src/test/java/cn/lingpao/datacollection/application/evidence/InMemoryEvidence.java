package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.Proof;
import cn.lingpao.datacollection.domain.Submission;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evidence in memory. */
public final class InMemoryEvidence implements EvidenceStore {

    private final Map<Sha256, Kept> kept = new ConcurrentHashMap<>();
    private final Map<String, Capture> captures = new ConcurrentHashMap<>();
    private final Map<String, Named> named = new TreeMap<>();

    private record Kept(Content content, byte @Nullable [] thumbnail, byte[] bytes) {}

    private record Named(
            Set<String> cells,
            Set<String> targets,
            @Nullable String url) {}

    @Override
    public boolean keep(Content content, byte @Nullable [] thumbnail, InputStream bytes) throws IOException {
        return kept.putIfAbsent(content.sha256(), new Kept(content, thumbnail, bytes.readAllBytes())) == null;
    }

    @Override
    public Optional<Content> content(Sha256 sha256) {
        return Optional.ofNullable(kept.get(sha256)).map(Kept::content);
    }

    @Override
    public Map<Sha256, Content> contents(Collection<Sha256> hashes) {
        return hashes.stream()
                .flatMap(hash -> content(hash).stream())
                .distinct()
                .collect(Collectors.toMap(Content::sha256, content -> content));
    }

    @Override
    public Optional<InputStream> open(Sha256 sha256) {
        return Optional.ofNullable(kept.get(sha256)).map(found -> new ByteArrayInputStream(found.bytes()));
    }

    @Override
    public Optional<byte[]> thumbnail(Sha256 sha256) {
        return Optional.ofNullable(kept.get(sha256)).map(Kept::thumbnail);
    }

    @Override
    public boolean add(Capture capture) {
        return captures.putIfAbsent(capture.id(), capture) == null;
    }

    @Override
    public Page<Capture> captures(CaptureFilter filter, Paging paging) {
        return page(
                captures.values().stream()
                        .filter(each -> each.campaignId().equals(filter.campaignId()))
                        .filter(each -> fits(filter.sha256(), each.sha256()))
                        .filter(each -> fits(filter.url(), each.place().url()))
                        .filter(each -> fits(filter.targetId(), each.place().targetId()))
                        .filter(each -> fits(filter.sender(), each.origin().sender()))
                        .sorted(Comparator.comparing(Capture::capturedAt)
                                .reversed()
                                .thenComparing(Capture::id)),
                paging);
    }

    @Override
    public List<Capture> history(String campaignId, String url, int most) {
        List<Capture> all = captures(new CaptureFilter(campaignId, null, url, null, null), new Paging(0, 500))
                .items();
        return all.subList(0, Math.min(all.size(), most)).reversed();
    }

    @Override
    public synchronized void named(List<Observation> observations) {
        for (Observation observation : observations) {
            Submission content = observation.content();
            for (Proof proof : content.evidence()) {
                Named found = named.computeIfAbsent(
                        content.campaignId() + "/" + proof.sha256(),
                        id -> new Named(new TreeSet<>(), new TreeSet<>(), proof.url()));
                found.cells().add(content.targetId() + "/" + content.checkPointId());
                found.targets().add(content.targetId());
            }
        }
    }

    @Override
    public Optional<Standing> standing(String campaignId, Sha256 sha256) {
        return standings(campaignId)
                .filter(each -> each.sha256().equals(sha256))
                .findFirst();
    }

    @Override
    public Page<Standing> standings(String campaignId, @Nullable String targetId, boolean brought, Paging paging) {
        return page(
                standings(campaignId)
                        .filter(each -> each.brought() == brought)
                        .filter(each -> targetId == null || each.targets().contains(targetId)),
                paging);
    }

    private Stream<Standing> standings(String campaignId) {
        Stream<Sha256> brought = captures.values().stream()
                .filter(each -> each.campaignId().equals(campaignId))
                .map(Capture::sha256);
        Stream<Sha256> spokenOf = named.keySet().stream()
                .filter(id -> id.startsWith(campaignId + "/"))
                .map(id -> new Sha256(id.substring(campaignId.length() + 1)));
        return Stream.concat(brought, spokenOf)
                .distinct()
                .sorted(Comparator.comparing(Sha256::hex))
                .map(hash -> standingOf(campaignId, hash));
    }

    private Standing standingOf(String campaignId, Sha256 hash) {
        List<Capture> own = captures.values().stream()
                .filter(each ->
                        each.campaignId().equals(campaignId) && each.sha256().equals(hash))
                .toList();
        Named found = named.getOrDefault(campaignId + "/" + hash, new Named(Set.of(), Set.of(), null));
        Set<String> targets = new TreeSet<>(found.targets());
        own.stream()
                .map(each -> each.place().targetId())
                .filter(Objects::nonNull)
                .forEach(targets::add);
        return new Standing(hash, !own.isEmpty(), List.copyOf(found.cells()), targets, found.url());
    }

    private static boolean fits(@Nullable Object wanted, @Nullable Object found) {
        return wanted == null || wanted.equals(found);
    }

    private static <T> Page<T> page(Stream<T> all, Paging paging) {
        List<T> items = all.toList();
        int from = Math.min(paging.page() * paging.size(), items.size());
        int to = Math.min(from + paging.size(), items.size());
        return new Page<>(items.subList(from, to), paging.page(), paging.size(), items.size());
    }
}
