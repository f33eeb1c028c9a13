package cn.lingpao.publication.adapter.http;

import cn.lingpao.publication.domain.CanonicalJson;
import cn.lingpao.publication.domain.Release;
import cn.lingpao.publication.domain.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of releases, and a release with its content, as JSON. Who released stays in the house. */
final class Overviews {

    private Overviews() {}

    static String campaigns(List<Release> newest) {
        return CanonicalJson.write(
                Map.of("campaigns", newest.stream().map(Overviews::campaign).toList()));
    }

    static String releases(List<Release> releases) {
        return CanonicalJson.write(Map.of(
                "campaign",
                releases.getFirst().campaignId(),
                "releases",
                releases.stream().map(Overviews::header).toList()));
    }

    static String release(Release release) {
        Map<String, @Nullable Object> shape = header(release);
        shape.put("content", new CanonicalJson.Raw(release.content()));
        return CanonicalJson.write(shape);
    }

    private static Map<String, Object> campaign(Release newest) {
        Release.Subject subject = newest.subject();
        return Map.of(
                "id", newest.campaignId(),
                "name", words(subject.campaign()),
                "invented", subject.invented(),
                "framework", Map.of("ref", subject.frameworkRef(), "name", words(subject.framework())),
                "latest",
                        Map.of(
                                "number", newest.number(),
                                "hash", newest.hash(),
                                "publishedAt", newest.publishedAt().toString()));
    }

    private static Map<String, @Nullable Object> header(Release release) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("number", release.number());
        shape.put("hash", release.hash());
        shape.put("publishedAt", release.publishedAt().toString());
        shape.put("corrects", release.corrects());
        shape.put("reason", release.reason());
        return shape;
    }

    private static Map<String, String> words(Words words) {
        return Map.of("zh", words.zh(), "en", words.en());
    }
}
