package cn.lingpao.scoring.adapter.streams;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the topology runs.
 *
 * @param applicationId consumer group, prefix of transactions and of internal topics
 * @param instanceId the same over restarts of one instance, and no other's
 * @param quiet how long a group must have been quiet before it is scored
 * @param limit how long a change may wait at the most
 */
public record StreamsSettings(
        String applicationId,
        String instanceId,
        Path stateDir,
        StoreKind store,
        int threads,
        Duration commitInterval,
        Duration transactionTimeout,
        Duration sessionTimeout,
        Duration quiet,
        Duration limit) {}
