package cn.lingpao.evidencereview.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the review is set.
 *
 * @param maxRow bytes that one row of a batch may have
 * @param maxRows rows that one batch may have
 * @param maxUnfolded bytes that a gzip batch may unfold to
 * @param catchUp how long decisions wait for the observations that were in the log before them
 * @param countAfter how long counting waits for what was acknowledged before it
 */
@ConfigurationProperties("lingpao.review")
record ReviewProperties(
        @DefaultValue("16KB") DataSize maxRow,
        @DefaultValue("100000") int maxRows,
        @DefaultValue("64MB") DataSize maxUnfolded,
        @DefaultValue("20s") Duration catchUp,
        @DefaultValue("1s") Duration countAfter) {}
