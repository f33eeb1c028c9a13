package cn.lingpao.portal.results;

import java.time.Instant;
import java.util.List;

/** The campaigns that have a release. */
public record Campaigns(List<Campaign> campaigns) {

    /** A campaign with its newest release. */
    public record Campaign(String id, Words name, boolean invented, Framework framework, Latest latest) {}

    /** The framework that it was scored by. */
    public record Framework(String ref, Words name) {}

    /** The newest release. */
    public record Latest(int number, String hash, Instant publishedAt) {}
}
