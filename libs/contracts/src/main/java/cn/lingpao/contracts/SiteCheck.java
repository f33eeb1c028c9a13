package cn.lingpao.contracts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the bundled site collector can decide about a web channel: the words a campaign file assigns check points by. */
public enum SiteCheck {
    REACHABILITY,
    HOME_FRESHNESS,
    NEWS_FRESHNESS,
    NOTICE_FRESHNESS,
    EMPTY_COLUMNS,
    META_TAGS,
    SITE_CODE,
    FOOTER,
    GOV_CN_HOST,
    LOAD_TIME,
    PUBLICATION_TIME,
    SEARCH,
    IPV6,
    HTTPS,
    DEAD_LINKS,
    SERVICE_GUIDES,
    FIVE_GRADE_EVALUATION,
    ELDER_MODE,
    ACCESSIBILITY,
    SAME_SOURCE;

    /** By this name campaigns assign work to the collector that makes these checks. */
    public static final String COLLECTOR = "site-collector";

    /** The word in files and answers, for example {@code home-freshness}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SiteCheck> of(String id) {
        return Arrays.stream(values()).filter(check -> check.id().equals(id)).findFirst();
    }

    /** Every word, for a sentence. */
    public static String ids() {
        return Arrays.stream(values()).map(SiteCheck::id).collect(Collectors.joining(", "));
    }
}
