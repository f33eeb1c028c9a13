package cn.lingpao.publication.adapter.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of the public documents, for their description in OpenAPI and for reading them back into tables. */
final class PublicShapes {

    private PublicShapes() {}

    record Words(String zh, String en) {}

    record Campaigns(List<CampaignOverview> campaigns) {}

    record CampaignOverview(String id, Words name, boolean invented, FrameworkName framework, Latest latest) {}

    record FrameworkName(String ref, Words name) {}

    record Latest(int number, String hash, Instant publishedAt) {}

    record Releases(String campaign, List<ReleaseOverview> releases) {}

    record ReleaseOverview(
            int number,
            String hash,
            Instant publishedAt,
            @Nullable Integer corrects,
            @Nullable String reason) {}

    /** {@code hash} is the SHA-256 of {@code content} as canonical JSON, which …/content serves byte by byte. */
    record Release(
            int number,
            String hash,
            Instant publishedAt,
            @Nullable Integer corrects,
            @Nullable String reason,
            Content content) {}

    record Content(
            String format, Campaign campaign, Framework framework, List<ListHeading> lists, List<TargetPart> targets) {}

    record Campaign(String id, Words name, boolean invented) {}

    record Framework(
            String ref,
            String hash,
            Words name,
            @Nullable Source source,
            @Nullable BigDecimal fullMarks,
            @Nullable Weights weights,
            List<Words> levelNames,
            List<Level> levels,
            @Nullable Bonus bonus,
            Node tree,
            @Nullable List<Figure> figures) {}

    /** A figure that is computed from the score of the node {@code of} and published besides the tree. */
    record Figure(String id, Words name, String of) {}

    record Source(
            String title, @Nullable String url, @Nullable String licence) {}

    record Weights(String origin, Words label) {}

    record Level(String id, Words name, BigDecimal from) {}

    record Bonus(String id, Words name, BigDecimal cap) {}

    record Node(
            String id,
            Words name,
            BigDecimal weight,
            @Nullable String excluded,
            List<Node> nodes) {}

    record ListHeading(
            String id,
            Words name,
            @Nullable Integer top,
            @Nullable String hash) {}

    record TargetPart(String id, String hash) {}

    record Ranking(Campaign campaign, ListHeading list, List<Entry> entries) {}

    record Entry(
            @Nullable BigDecimal rank,
            boolean tied,
            Target target,
            @Nullable BigDecimal total,
            @Nullable String level,
            BigDecimal bonus,
            List<NodeScore> dimensions) {}

    record Target(String id, Words name, @Nullable String division) {}

    /** {@code missing} and {@code undetermined} count the check points below that have no score. */
    record NodeScore(
            String id,
            String state,
            @Nullable BigDecimal score,
            @Nullable Integer missing,
            @Nullable Integer undetermined) {}

    record Sheet(
            Campaign campaign,
            String framework,
            Target target,
            @Nullable BigDecimal total,
            @Nullable String level,
            BigDecimal bonus,
            List<NodeScore> nodes,
            @Nullable List<NodeScore> figures,
            List<Membership> lists) {}

    record Membership(
            String id,
            Words name,
            @Nullable Integer top,
            @Nullable BigDecimal rank,
            boolean tied) {}
}
