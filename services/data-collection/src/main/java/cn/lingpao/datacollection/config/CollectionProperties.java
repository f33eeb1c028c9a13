package cn.lingpao.datacollection.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the intake is set.
 *
 * @param maxRow bytes that one row of a batch may have
 * @param maxRows rows that one batch may have
 * @param maxUnfolded bytes that a gzip body may unfold to
 * @param catchUp how long a batch waits after a start for the store to follow the log
 * @param giveWay how long the store may wait for batches that are being taken in, before it follows the log a step further
 * @param inFlight observations of this instance that are remembered until the store has them
 */
@ConfigurationProperties("lingpao.collection")
record CollectionProperties(
        @DefaultValue("64KB") DataSize maxRow,
        @DefaultValue("10000") int maxRows,
        @DefaultValue("64MB") DataSize maxUnfolded,
        @DefaultValue("30s") Duration catchUp,
        @DefaultValue("5s") Duration giveWay,
        @DefaultValue("200000") int inFlight) {}
